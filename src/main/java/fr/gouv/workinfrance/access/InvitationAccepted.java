package fr.gouv.workinfrance.access;

import java.util.UUID;

/// Somebody joined: heard in the same transaction by whoever knows what the scope is.
public record InvitationAccepted(UUID invitation, UUID account, String relation, Scope scope) {}
