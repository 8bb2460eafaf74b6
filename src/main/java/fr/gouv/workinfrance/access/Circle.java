package fr.gouv.workinfrance.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Those who now stand in a relation to something, and others who are named beside them.
///
/// @param holders of the relation, the oldest grant first
/// @param people all of them and the others, by account; those that are not there are left out
public record Circle(List<Account> holders, Map<UUID, Account> people) {}
