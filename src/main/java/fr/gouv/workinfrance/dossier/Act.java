package fr.gouv.workinfrance.dossier;

/// What can be done to a dossier. Who may, and when, is in [Move].
public enum Act {
    /// Answer a question.
    ANSWER,
    /// Join a document to a required piece, take it off, or say why it cannot be given.
    ATTACH,
    /// Ask another party in.
    INVITE,
    /// Become the person in charge of the company's request: the one who is written to.
    TAKE_OVER,
    /// The employer files by itself what another began to file for it.
    FILE,
    /// A party confirms what is said in its name.
    ATTEST,
    /// A party denies what is said in its name.
    CONTEST,
    /// A party takes back that it denies.
    RETRACT,
    /// A party that came in goes, and takes with it what it gave.
    LEAVE,
    /// Whoever files lets a party go that has confirmed and denied nothing.
    REPLACE,
    /// Hand one's part to a colleague.
    HAND_OVER,
    /// Delete a draft, and all that is in it.
    ERASE,
    /// Deposit the request.
    SUBMIT,
    /// Take the request back.
    WITHDRAW,
    /// Mend what the office asked of a deposited request or, of one's own accord, what may be.
    MEND,
    /// Send what was mended.
    RETURN,
    /// Write to the office; or, for the office, to the parties.
    WRITE,
    /// Take charge of the dossier, or give it to a colleague.
    ASSIGN,
    /// Forward the dossier to the office that is competent.
    FORWARD,
    /// Ask the parties for corrections.
    ASK,
    /// Ask another administration for an opinion, or see to what was asked.
    CONSULT,
    /// Tell another administration of it.
    INFORM,
    /// Certify that the dossier is complete.
    CERTIFY,
    /// Begin the examination.
    BEGIN,
    /// Prepare a decision and send it to be signed.
    PREPARE,
    /// Send a prepared decision back, with a reason.
    SEND_BACK,
    /// Sign a prepared decision.
    SIGN,
    /// Draft an act about the decision that was given: mend it, or take it back.
    REVISE,
    /// Sign such an act, or send it back.
    SIGN_REVISION,
    /// Answer what is held against the decision before it is taken back.
    OBSERVE
}
