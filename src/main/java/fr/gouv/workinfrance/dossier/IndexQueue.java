package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;
import java.util.UUID;

/// Goes through all that was deposited, once for each migration that asks for it, where what a
/// request is found by is no longer made as it was. So many at a time, in a transaction of its own;
/// what is as it should be is not written, so that it may be done again.
@Configuration(proxyBeanMethods = false)
class IndexQueue {

    static final TaskDescriptor<Void> REFRESH = TaskDescriptor.of("dossier-index");

    private static final int SOME = 500;

    @Bean
    OneTimeTask<Void> dossierIndex(IndexCards cards) {
        return Tasks.oneTime(REFRESH).onFailureRetryLater().execute((_, _) -> refresh(cards, SOME));
    }

    static void refresh(IndexCards cards, int some) {
        Optional<UUID> last = Optional.of(new UUID(0, 0));
        while (last.isPresent()) {
            last = cards.refresh(last.get(), some);
        }
    }
}
