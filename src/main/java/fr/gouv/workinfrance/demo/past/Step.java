package fr.gouv.workinfrance.demo.past;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that somebody does in a story, as `3 09:30 caseworker certify`.
///
/// @param day after the one on which the story begins
/// @param about what it is done to or with, when the verb alone does not say
record Step(int day, LocalTime time, Who who, Verb verb, List<String> about) {

    private static final Pattern LINE =
            Pattern.compile("(\\d+) (\\d\\d:\\d\\d) ([a-z]+) ([a-z-]+)((?: [a-z_]+)*)");

    Step {
        about = List.copyOf(about);
    }

    /// Who acts.
    enum Who {
        /// Who files the request, in whatever part.
        FILER,
        STUDENT,
        CASEWORKER,
        /// Another caseworker of the same office.
        COLLEAGUE,
        SIGNATORY,
        /// Someone of a service that is asked for its opinion.
        CONSULTEE,
        /// Nobody: the passing of days.
        TIME;

        /// Whether he does nothing on Saturdays and Sundays.
        boolean rests() {
            return this != STUDENT && this != TIME;
        }
    }

    /// What is done, by the names of the front doors.
    enum Verb {
        OPEN,
        /// Every question of one's parts, or those of the sections named.
        ANSWER,
        /// Every piece asked for and those that the story adds, or the pieces named.
        ATTACH,
        /// The employer of the demonstration gives it here, for this request.
        MANDATE,
        INVITE,
        JOIN,
        ATTEST,
        CONTEST,
        SUBMIT,
        WITHDRAW,
        /// To oneself, or to the colleague when named.
        ASSIGN,
        CERTIFY,
        /// What the story says is to be mended.
        ASK,
        /// All of it is mended or explained, and sent.
        RETURN,
        BEGIN,
        PREPARE,
        SEND_BACK,
        SIGN,
        LOOK,
        /// A service is asked for its opinion: which administration, and what.
        CONSULT,
        /// What was asked last is answered, favourably.
        ADVISE,
        /// The refusal is contested, by the way named.
        APPEAL,
        TAKE_APPEAL,
        /// The name of the employer that the authorization prints is mended.
        RECTIFY,
        /// The act that was drafted about the decision is signed.
        SIGN_ACT,
        /// The authorization is withdrawn.
        END
    }

    /// Reads a line.
    ///
    /// @throws IllegalArgumentException when it is not one
    static Step of(String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) {
            throw new IllegalArgumentException("not a step: " + line);
        }
        return new Step(
                Integer.parseInt(read.group(1)),
                LocalTime.parse(read.group(2)),
                Who.valueOf(read.group(3).toUpperCase(Locale.ROOT)),
                Verb.valueOf(read.group(4).toUpperCase(Locale.ROOT).replace('-', '_')),
                Arrays.stream(read.group(5).split(" ")).filter(word -> !word.isEmpty()).toList());
    }
}
