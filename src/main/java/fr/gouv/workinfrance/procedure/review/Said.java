package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a clause says in one respect.
public sealed interface Said {

    /// Words of the catalogue.
    record Told(Words words) implements Said {}

    /// One word out of a few, that pages have: "required.ALWAYS", "part.EMPLOYER", "type.Day".
    record Named(String word) implements Said {}

    /// As written in the file: a condition, a number.
    record Written(String text) implements Said {}

    /// A length of time.
    record Lasting(LegalPeriod period) implements Said {}

    /// An answer offered.
    record Offered(Option option) implements Said {}

    /// Another clause of the same version: it says the same when it points at the same, however
    /// that one is called.
    record Pointed(String id, Words words) implements Said {
        @Override
        public boolean sameAs(Said other) {
            return other instanceof Pointed pointed && id.equals(pointed.id);
        }
    }

    /// A source: it says the same when it is the same wording of the same article, as sure,
    /// whenever it was read.
    record Cited(LegalSource source) implements Said {
        @Override
        public boolean sameAs(Said other) {
            return other instanceof Cited(LegalSource cited)
                    && cited.text().key().equals(source.text().key())
                    && cited.confidence() == source.confidence();
        }
    }

    /// Several things, in order.
    record Several(List<Said> things) implements Said {
        @Override
        public boolean sameAs(Said other) {
            return other instanceof Several several
                    && things.stream().allMatch(several::has)
                    && several.things.stream().allMatch(this::has);
        }

        /// Whether one of them says that.
        public boolean has(Said thing) {
            return things.stream().anyMatch(thing::sameAs);
        }
    }

    /// Nothing: no hint, no condition.
    record Nothing() implements Said {}

    /// Whether the other says the same.
    default boolean sameAs(Said other) {
        return equals(other);
    }

    /// Whether there is nothing to show.
    default boolean nothing() {
        return equals(new Nothing());
    }

    static Said written(@Nullable Condition condition) {
        return condition == null ? new Nothing() : new Written(condition.toString());
    }

    static Said told(@Nullable Words words) {
        return words == null ? new Nothing() : new Told(words);
    }
}
