package fr.gouv.workinfrance.document;

/// What became of a file that somebody sent.
public sealed interface Reception {

    /// It is kept, encrypted, and can be read.
    record Received(StoredDocument document) implements Reception {}

    /// Nothing of it is kept.
    ///
    /// @param again whether the very same file was refused to this person before
    record Refused(Reason reason, boolean again) implements Reception {
        /// For the first time.
        public Refused(Reason reason) {
            this(reason, false);
        }

        /// The words for the person.
        public String key() {
            return "document.refused." + (again ? "again." : "") + reason;
        }
    }

    /// Why a file is refused.
    enum Reason {
        /// Not one byte came.
        EMPTY,
        /// More than 20 MB.
        TOO_LARGE,
        /// It says that it is a PDF or an image, and is something else, or is two things at once.
        FORGED_TYPE,
        /// Neither PDF, JPEG, PNG nor WebP, and does not pretend to be.
        UNSUPPORTED_TYPE,
        /// The type is right, but the content is damaged and cannot be shown.
        UNREADABLE,
        /// A PDF that asks for a password before it opens.
        PROTECTED,
        /// Too many pages, or images too large to be shown.
        TOO_COMPLEX,
        /// The connection broke, or fewer bytes came than were announced.
        CUT,
        /// This person has sent too much in a day.
        QUOTA,
        /// This person has too many files on their way in.
        TOO_MANY_AT_ONCE,
        /// The antivirus knows a virus in it.
        INFECTED,
        /// No room is left where documents are kept: it is our fault, and worth trying again later.
        NO_ROOM
    }
}
