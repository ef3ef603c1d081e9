package io.qiangcun.party.member;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Members extends Repository<Member, MemberId>, ScopedReads<Member, MemberId> {

    Member saveAndFlush(Member member);
}
