package fr.gouv.workinfrance.dossier;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Where an answer was taken from that nobody has looked at yet: an earlier request, or the account
/// of whoever fills it in.
///
/// @param request the reference of that request; absent when it is the account that says it
/// @param day on which that request was deposited, or begun when it never was
public record Taken(@Nullable String request, @Nullable LocalDate day) {

    static final Taken FROM_ACCOUNT = new Taken(null, null);

    static Taken from(Reference request, LocalDate day) {
        return new Taken(request.value(), day);
    }
}
