package fr.gouv.workinfrance.employer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// What someone may do for an employer is no longer what it was: it began, changed or ended.
///
/// @param heir the administrator to whom falls what this person no longer may do; absent when
///   nobody is left
public record MembershipChanged(
        EmployerId employer, UUID account, @Nullable UUID heir, Instant at) {}
