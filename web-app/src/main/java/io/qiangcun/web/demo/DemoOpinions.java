package io.qiangcun.web.demo;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.feedback.FeedbackAct;
import io.qiangcun.services.feedback.FeedbackId;
import io.qiangcun.services.feedback.FeedbackTakeover;
import io.qiangcun.services.feedback.FeedbackTakeover.Done;
import io.qiangcun.services.feedback.FeedbackTakeover.Past;
import io.qiangcun.services.feedback.SendFeedback;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people said about the software and the work, nobody by name: some told in public what was changed for it, one late. */
@Component
class DemoOpinions {

    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(
                    "BURDEN",
                    "/core/reports",
                    "同一个数每月要在两张表里各填一次。",
                    62,
                    "已经核实，两张表合并。",
                    9,
                    "同一个数要填两次",
                    "两张表并成一张，数从台账里来，不再填报。"),
            new Opinion(
                    "FAULT",
                    "/grid/events",
                    "手机上照片传到一半就断，要从头再选。",
                    48,
                    "已经转开发单位修改。",
                    6,
                    "照片传一半断了要重选",
                    "没有网络时先存在手机里，有了网络自己补传。"),
            new Opinion("IDEA", "/services/ask", "字再大一点，老人看不清。", 41, "采纳，增加长辈版。", 8, "字太小，老人看不清", "加了长辈版，字可以放大，也能读出来。"),
            new Opinion("BURDEN", "/party/activities", "活动一定要拍三张照片，没有必要。", 33, "采纳。", 10, "活动要拍三张照片", "不再要求照片，愿意拍的再拍。"),
            new Opinion("ATTITUDE", "/services/centre", "下午去了两次，窗口都没有人。", 27, "已经调整值班安排，错时有人。", 9, "", ""),
            new Opinion("IDEA", "/services/items", "希望能按办事的人分，比如老人、学生。", 13, "正在研究怎么分，下个月答复结果。", 0, "", ""),
            new Opinion("FAULT", "/economy/books", "打印出来的凭证右边缺一列。", 7, "已经收到，正在改。", 0, "", ""),
            new Opinion("ATTITUDE", "", "打了两次电话才有人接。", 11, "", 0, "", ""),
            new Opinion("BURDEN", "/core/duties", "同一个会议通知收到三遍。", 3, "", 0, "", ""),
            new Opinion("OTHER", "/about", "备案编号在哪里看？", 1, "", 0, "", ""));

    private final FeedbackTakeover feedback;
    private final CurrentAccount current;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DemoOpinions(FeedbackTakeover feedback, CurrentAccount current, WorkingCalendar calendar, Clock clock) {
        this.feedback = feedback;
        this.current = current;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param answer what was answered two days later; empty if nothing was yet
     * @param closed after how many working days; 0 if it is open
     * @param publicSaid how it is told in public, with what was done; empty if it is not
     */
    private record Opinion(
            String kind,
            String page,
            String words,
            int daysAgo,
            String answer,
            int closed,
            String publicSaid,
            String publicDone) {}

    void write() {
        var past = new ArrayList<Past>();
        for (var opinion : OPINIONS) {
            past.add(past(opinion));
        }
        feedback.take(Jurisdiction.within(DemoCounty.ROOT), current.actor(), past);
    }

    private Past past(Opinion opinion) {
        var days = calendar.workingDays();
        var said = days.plus(LocalDate.now(clock).minusDays(opinion.daysAgo() + 1L), 1);
        var acts = new ArrayList<Done>();
        if (!opinion.answer().isEmpty()) {
            acts.add(new Done(FeedbackAct.ANSWER, at(days.plus(said, 2), 10), opinion.answer(), ""));
        }
        if (opinion.closed() > 0) {
            var day = days.plus(said, opinion.closed());
            acts.add(new Done(FeedbackAct.CLOSE, at(day, 15), opinion.answer(), ""));
            if (!opinion.publicSaid().isEmpty()) {
                acts.add(new Done(FeedbackAct.RELEASE, at(day, 16), opinion.publicSaid(), opinion.publicDone()));
            }
        }
        var id = UUID.nameUUIDFromBytes(("demo:opinion:" + opinion.words()).getBytes(StandardCharsets.UTF_8));
        return new Past(
                new SendFeedback(
                        new FeedbackId(id),
                        DemoCounty.ROOT,
                        opinion.kind(),
                        opinion.page(),
                        opinion.words(),
                        null,
                        null),
                at(said, 9),
                acts);
    }

    private Instant at(LocalDate day, int hour) {
        var moment = day.atTime(hour, 20).atZone(clock.getZone()).toInstant();
        return moment.isAfter(clock.instant()) ? clock.instant() : moment;
    }
}
