package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.calendar.HolidayZone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/// One letter that tells someone all that could wait: one task of the queue, which has it for its
/// name.
///
/// @param due the morning on which it leaves
record Digest(UUID account, LocalDate due) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /// What comes while a letter is being written is for the next one.
    private static final Duration WRITING = Duration.ofMinutes(10);

    /// The next one, for someone who is told so often.
    static Digest next(UUID account, Telling telling, Instant now) {
        ZonedDateTime ready = now.plus(WRITING).atZone(HolidayZone.METROPOLE.id());
        LocalDate first =
                ready.toLocalTime().isBefore(MORNING)
                        ? ready.toLocalDate()
                        : ready.toLocalDate().plusDays(1);
        return new Digest(
                account,
                switch (telling) {
                    case WEEKLY -> first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                    case DAILY, AT_ONCE -> first;
                });
    }

    static Digest read(String name) {
        String[] parts = name.split("/", -1);
        return new Digest(UUID.fromString(parts[0]), LocalDate.parse(parts[1]));
    }

    String name() {
        return account + "/" + due;
    }

    /// Under which `mail` knows the letter.
    String letter() {
        return "notification/digest/" + name();
    }

    Instant at() {
        return due.atTime(MORNING).atZone(HolidayZone.METROPOLE.id()).toInstant();
    }
}
