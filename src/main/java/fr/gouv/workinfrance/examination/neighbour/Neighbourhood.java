package fr.gouv.workinfrance.examination.neighbour;

import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.procedure.Known;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The dossiers that stand near to one, as someone may know of them: those of the offices where he
/// works, and how many there are elsewhere.
///
/// @param duplicates those that may be the same one twice
/// @param person the others of the same person
/// @param employer the last ones of the same employer
/// @param duplicatesElsewhere how many in other offices may be the same one twice
/// @param personElsewhere how many others of the same person are in other offices
/// @param employerAll how many the employer has, here and elsewhere
/// @param employerElsewhere how many of them are in other offices
public record Neighbourhood(
        List<Near> duplicates,
        List<Near> person,
        List<Neighbour> employer,
        long duplicatesElsewhere,
        long personElsewhere,
        long employerAll,
        long employerElsewhere) {

    public Neighbourhood {
        duplicates = List.copyOf(duplicates);
        person = List.copyOf(person);
        employer = List.copyOf(employer);
    }

    /// Why a dossier stands near to another.
    public enum Why {
        /// A number of the person, or of a document of his, is the same.
        NUMBER,
        /// The same names, and the same date of birth.
        NAMES,
        /// The same names in another order, and the same date of birth.
        SWAPPED,
        /// The same job for the same employer, in part at the same time.
        JOB
    }

    /// One that stands near, and why.
    public record Near(Neighbour neighbour, Set<Why> why) {
        public Near {
            why = why.isEmpty() ? Set.of() : EnumSet.copyOf(why);
        }

        /// Whether it is about the same person.
        boolean person() {
            return why.stream().anyMatch(one -> one != Why.JOB);
        }
    }

    /// What is known of a dossier itself.
    ///
    /// @param numbers of the person and of his documents, by question
    record Self(
            @Nullable String worker,
            @Nullable String birth,
            @Nullable String siret,
            Map<String, String> numbers,
            Map<String, String> searched) {

        Near near(Neighbour other) {
            Set<Why> why = EnumSet.noneOf(Why.class);
            if (numbers.entrySet().stream()
                    .anyMatch(one -> one.getValue().equals(other.searched().get(one.getKey())))) {
                why.add(Why.NUMBER);
            }
            if (worker != null && other.worker() != null && Objects.equals(birth, other.birth())) {
                String own = Names.plain(worker);
                String its = Names.plain(other.worker());
                if (own.equals(its)) {
                    why.add(Why.NAMES);
                } else if (words(own).equals(words(its))) {
                    why.add(Why.SWAPPED);
                }
            }
            if (siret != null
                    && siret.equals(other.siret())
                    && same(Known.JOB, other)
                    && meets(other)) {
                why.add(Why.JOB);
            }
            return new Near(other, why);
        }

        /// The same one twice: not over yet, or for the same time at the same employer. What was
        /// withdrawn is no longer asked for.
        boolean twice(Near near) {
            Neighbour other = near.neighbour();
            return other.stage() != Stage.Name.WITHDRAWN
                    && (near.why().contains(Why.JOB)
                            || (near.person()
                                    && (other.open()
                                            || (siret != null
                                                    && siret.equals(other.siret())
                                                    && meets(other)))));
        }

        private boolean same(Known known, Neighbour other) {
            String own = searched.get(known.field());
            return own != null && own.equals(other.searched().get(known.field()));
        }

        /// Whether both contracts run on some same day; ISO dates are in the order of the days. One
        /// without an end has none.
        private boolean meets(Neighbour other) {
            String from = searched.get(Known.CONTRACT_START.field());
            String itsFrom = other.searched().get(Known.CONTRACT_START.field());
            return from != null
                    && itsFrom != null
                    && from.compareTo(end(other.searched())) <= 0
                    && itsFrom.compareTo(end(searched)) <= 0;
        }

        private static String end(Map<String, String> searched) {
            return searched.getOrDefault(Known.CONTRACT_END.field(), "9999-12-31");
        }

        /// Each word of the names, as they are searched.
        List<String> names() {
            return worker == null ? List.of() : words(Names.plain(worker));
        }

        private static List<String> words(String plain) {
            return Arrays.stream(plain.split(" ", -1)).sorted().toList();
        }
    }

    /// @param found all those that may stand near, the newest first
    /// @param employed the last ones of the employer, the newest first
    /// @param offices where the reader works
    static Neighbourhood of(
            Self self,
            List<Neighbour> found,
            List<Neighbour> employed,
            long employerAll,
            long employerElsewhere,
            Collection<String> offices) {
        List<Near> near =
                found.stream().map(self::near).filter(one -> !one.why().isEmpty()).toList();
        List<Near> duplicates = near.stream().filter(self::twice).toList();
        List<Near> person =
                near.stream().filter(Near::person).filter(one -> !self.twice(one)).toList();
        return new Neighbourhood(
                here(duplicates, offices),
                here(person, offices),
                employed,
                duplicates.size() - here(duplicates, offices).size(),
                person.size() - here(person, offices).size(),
                employerAll,
                employerElsewhere);
    }

    private static List<Near> here(List<Near> all, Collection<String> offices) {
        return all.stream().filter(near -> offices.contains(near.neighbour().office())).toList();
    }

    /// How many more of the employer the reader may find in the offices where he works.
    public long employerMore() {
        return employerAll - employerElsewhere - employer.size();
    }

    /// Whether there is nothing to tell.
    public boolean empty() {
        return duplicates.isEmpty()
                && person.isEmpty()
                && duplicatesElsewhere + personElsewhere + employerAll == 0;
    }
}
