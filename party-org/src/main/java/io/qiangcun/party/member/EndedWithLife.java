package io.qiangcun.party.member;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.PersonDied;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the membership of who has died, in the same transaction. */
@Component
class EndedWithLife {

    private final MemberService members;
    private final CurrentAccount current;

    EndedWithLife(MemberService members, CurrentAccount current) {
        this.members = members;
        this.current = current;
    }

    @EventListener
    void on(PersonDied died) {
        members.endWithLife(current.actor(), died.person(), died.placeCode(), died.diedOn());
    }
}
