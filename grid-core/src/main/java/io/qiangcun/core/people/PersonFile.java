package io.qiangcun.core.people;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything all modules say about a person to the one who asks, read in one transaction. */
@Service
@Transactional(readOnly = true)
public class PersonFile {

    private final ObjectProvider<PersonSections> sections;
    private final CurrentAccount account;

    PersonFile(ObjectProvider<PersonSections> sections, CurrentAccount account) {
        this.sections = sections;
        this.account = account;
    }

    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        return sections.orderedStream()
                .filter(provider -> account.may(provider.authority()))
                .flatMap(provider -> provider.of(jurisdiction, person).stream())
                .toList();
    }
}
