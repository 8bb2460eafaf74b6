package fr.gouv.workinfrance.access;

import java.time.Instant;
import java.util.UUID;

/// Nobody answered an invitation in time: heard in the same transaction by whoever tells the
/// inviter.
public record InvitationExpired(UUID invitation, Instant at) {}
