package io.qiangcun.core.people;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface People extends Repository<Person, PersonId>, ScopedReads<Person, PersonId> {

    Person saveAndFlush(Person person);
}
