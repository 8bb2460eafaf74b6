package fr.gouv.workinfrance.journal;

/// What an entry is about: a kind of thing, and which one. Each has its own chain.
///
/// @param kind a word of the package that records, without a colon: `dossier`
/// @param id which one, in that package's terms; never a name or an address, for it stays
public record Subject(String kind, String id) {

    /// Refuses what says nothing, or could be told as another subject.
    public Subject {
        if (kind.isBlank() || kind.contains(":") || id.isBlank()) {
            throw new IllegalArgumentException("not a subject: " + kind + ":" + id);
        }
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
