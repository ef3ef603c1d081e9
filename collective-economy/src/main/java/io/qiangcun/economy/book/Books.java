package io.qiangcun.economy.book;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Books extends Repository<Book, BookId>, ScopedReads<Book, BookId> {

    Book saveAndFlush(Book book);
}
