package io.qiangcun.web.demo;

import java.time.LocalDate;
import java.util.UUID;

/** What an organisation owes once, as far as its history depends on it. */
record DemoDuty(
        UUID dutyId, UUID dutySubject, String recordKind, LocalDate periodFrom, LocalDate periodTo, LocalDate dueOn) {}
