package fr.gouv.workinfrance.opinion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.CompletenessCertified;
import fr.gouv.workinfrance.dossier.DecisionSigned;
import fr.gouv.workinfrance.dossier.DeedIssued;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.DossierSubmitted;
import fr.gouv.workinfrance.dossier.DossierWithdrawn;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.office.OfficeClosed;
import fr.gouv.workinfrance.opinion.Opinion.Why;
import fr.gouv.workinfrance.permit.PermitWithdrawn;
import fr.gouv.workinfrance.procedure.body.Exchange.Moment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What happens later: what the rules of a procedure ask and tell, what the passing of time means,
/// what the end of a dossier ends.
@Configuration(proxyBeanMethods = false)
class OpinionQueue {

    private static final Logger LOG = LoggerFactory.getLogger(OpinionQueue.class);

    /// Named `<moment>/<dossier>`.
    private static final TaskDescriptor<Void> MOMENT = TaskDescriptor.of("opinion-moment");

    /// Named `<why>/<dossier>`.
    private static final TaskDescriptor<Void> END = TaskDescriptor.of("opinion-end");

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);
    private static final int AT_ONCE = 500;

    /// How many days before its day a service is reminded.
    private static final int BEFORE = 2;

    @Bean
    OneTimeTask<Void> opinionMoment(Opinions opinions, Informations informations) {
        return Tasks.oneTime(MOMENT)
                .onFailureRetryLater()
                .execute(
                        (instance, _) -> {
                            DossierId dossier = id(instance.getId());
                            Moment moment = Moment.valueOf(first(instance.getId()));
                            opinions.askByRule(dossier, moment);
                            informations.tellByRule(dossier, moment);
                        });
    }

    @Bean
    OneTimeTask<Void> opinionEnd(Opinions opinions) {
        return Tasks.oneTime(END)
                .onFailureRetryLater()
                .execute(
                        (instance, _) ->
                                opinions.end(
                                        id(instance.getId()),
                                        Why.valueOf(first(instance.getId()))));
    }

    @Bean
    RecurringTask<Void> opinionDays(Opinions opinions, ConsultationTable table, Clock clock) {
        return Tasks.recurring("opinion-days", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> look(opinions, table, clock));
    }

    static void look(Opinions opinions, ConsultationTable table, Clock clock) {
        // what is late anywhere in France is late by the clock of its easternmost territory
        LocalDate today = clock.instant().atZone(HolidayZone.REUNION.id()).toLocalDate();
        each(table.toRemind(today, today.plusDays(BEFORE), AT_ONCE), opinions::remind);
        each(table.passed(today, AT_ONCE), opinions::look);
    }

    /// One that fails is tried again at the next look, and holds nobody back.
    private static void each(List<UUID> consultations, Consumer<UUID> act) {
        for (UUID consultation : consultations) {
            try {
                act.accept(consultation);
            } catch (RuntimeException e) {
                LOG.error("consultation {} waits: {}", consultation, e.getClass().getSimpleName());
            }
        }
    }

    private static String first(String instance) {
        return instance.substring(0, instance.indexOf('/'));
    }

    private static DossierId id(String instance) {
        return new DossierId(UUID.fromString(instance.substring(instance.indexOf('/') + 1)));
    }

    @Component("opinionQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Opinions opinions;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Opinions opinions, Clock clock) {
            this.queue = queue;
            this.opinions = opinions;
            this.clock = clock;
        }

        @EventListener
        void on(DossierSubmitted submitted) {
            enqueue(MOMENT, Moment.SUBMITTED.name(), submitted.dossier());
        }

        @EventListener
        void on(CompletenessCertified certified) {
            enqueue(MOMENT, Moment.COMPLETE.name(), certified.dossier());
        }

        @EventListener
        void on(DecisionSigned signed) {
            enqueue(END, Why.DECIDED.name(), signed.dossier());
        }

        /// Others are told once what they are told of can be shown: the sealed authorization.
        @EventListener
        void on(DeedIssued issued) {
            if (issued.kind() == IssuedDeed.Kind.AUTHORIZATION) {
                enqueue(MOMENT, Moment.GRANTED.name(), issued.dossier());
            }
            if (issued.kind() == IssuedDeed.Kind.DECISION) {
                enqueue(MOMENT, Moment.REFUSED.name(), issued.dossier());
            }
        }

        @EventListener
        void on(DossierWithdrawn withdrawn) {
            enqueue(END, Why.DOSSIER_WITHDRAWN.name(), withdrawn.dossier());
            enqueue(MOMENT, Moment.WITHDRAWN.name(), withdrawn.dossier());
        }

        @EventListener
        void on(PermitWithdrawn withdrawn) {
            enqueue(MOMENT, Moment.PERMIT_WITHDRAWN.name(), withdrawn.dossier());
        }

        /// At once, with the hand-over of all that the office had.
        @EventListener
        void on(OfficeClosed closed) {
            opinions.handOver(closed.office().value(), closed.successor().value());
        }

        private void enqueue(TaskDescriptor<Void> task, String what, DossierId dossier) {
            queue.getObject()
                    .scheduleIfNotExists(
                            task.instance(what + "/" + dossier).scheduledTo(clock.instant()));
        }
    }
}
