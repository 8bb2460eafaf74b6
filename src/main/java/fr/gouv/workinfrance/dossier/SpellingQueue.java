package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.SpellingTable.Spelling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/// Forgets, every day, the words of names that no request of an office has any more: they are
/// someone's. So many at a time, in a transaction of its own.
@Configuration(proxyBeanMethods = false)
class SpellingQueue {

    private static final int SOME = 1000;

    @Bean
    RecurringTask<Void> dossierSpellings(SpellingTable spellings, Clock clock) {
        return Tasks.recurring("dossier-spellings", FixedDelay.of(Duration.ofDays(1)))
                .execute((_, _) -> look(spellings, today(clock)));
    }

    private static LocalDate today(Clock clock) {
        return clock.instant().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    static void look(SpellingTable spellings, LocalDate today) {
        Optional<Spelling> last = Optional.of(Spelling.NONE);
        while (last.isPresent()) {
            last = spellings.forget(last.get(), today, SOME);
        }
    }
}
