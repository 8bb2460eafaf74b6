package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.site.Shell;

import java.util.Map;

/// What is typed beside an opinion: until when more time is asked for and why, or what is asked of
/// another service.
///
/// @param inquiry of the other service, as `body/inquiry`
/// @param wrong what is, by field
public record MoreForm(
        String until, String reason, String inquiry, String question, Map<String, Wrong> wrong) {

    static final MoreForm BLANK = new MoreForm("", "", "", "", Map.of());

    public MoreForm {
        wrong = Map.copyOf(wrong);
    }

    static MoreForm time(String until, String reason, Map<String, Wrong> wrong) {
        return new MoreForm(until, reason, "", "", wrong);
    }

    static MoreForm asking(String inquiry, String question, Map<String, Wrong> wrong) {
        return new MoreForm("", "", inquiry, question, wrong);
    }

    public String error(String field, Shell shell) {
        Wrong one = wrong.get(field);
        return one == null ? "" : shell.say(one.key(), one.args().toArray());
    }
}
