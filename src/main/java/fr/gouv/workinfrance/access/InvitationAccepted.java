package fr.gouv.workinfrance.access;

import java.util.UUID;

/// Somebody joined: heard in the same transaction by whoever knows what it was for.
public record InvitationAccepted(UUID invitation, UUID account) {}
