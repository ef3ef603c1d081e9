package io.qiangcun.services;

/** What accounts may do in the service centres, and for villagers who ask for something. */
public final class ServicesAuthorities {

    public static final String READ_CENTRES = "services.centre.read";
    /** Writes down centres, who works in them and who visited. */
    public static final String WRITE_CENTRES = "services.centre.write";
    /** Makes centres examples, words their functions and draws the working mode. */
    public static final String OVERSEE_CENTRES = "services.centre.oversee";

    public static final String READ_REQUESTS = "services.request.read";
    /** Takes requests over, deals with them and passes them on. */
    public static final String ACT_ON_REQUESTS = "services.request.act";
    /** Writes down what somebody asks for at the counter, by telephone or through an agent. */
    public static final String RECORD_REQUESTS = "services.request.record";

    public static final String READ_RATINGS = "services.rating.read";
    /** Looks into bad ratings of the places below. */
    public static final String ANSWER_RATINGS = "services.rating.answer";

    /** Says which words hint at an emergency or a petition. */
    public static final String WRITE_HINTS = "services.hint.write";

    /** Reads what people say about the software and the work. */
    public static final String READ_FEEDBACK = "services.feedback.read";
    /** Answers it, closes it and says in public what was changed. */
    public static final String ANSWER_FEEDBACK = "services.feedback.answer";

    /** Reads which closed requests were drawn, and what whoever asked says of them. */
    public static final String READ_CALLBACKS = "services.callback.read";
    /** Calls whoever asked, and writes what was done about what he says. */
    public static final String CALL_BACK = "services.callback.call";
    /** Draws the requests of a month. */
    public static final String DRAW_CALLBACKS = "services.callback.draw";

    private ServicesAuthorities() {}
}
