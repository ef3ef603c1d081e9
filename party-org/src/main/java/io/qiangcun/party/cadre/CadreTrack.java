package io.qiangcun.party.cadre;

/** The three tracks, each a procedure of its own. */
public enum CadreTrack {
    REWARD("party.cadre-reward"),
    SUSPENSION("party.cadre-suspension"),
    EXIT("party.cadre-exit");

    private final String template;

    CadreTrack(String template) {
        this.template = template;
    }

    public String template() {
        return template;
    }

    public String messageKey() {
        return "party.cadre.track." + name();
    }
}
