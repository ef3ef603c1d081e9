package io.qiangcun.party.post;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Posts extends Repository<Post, PostId>, ScopedReads<Post, PostId> {

    Post saveAndFlush(Post post);
}
