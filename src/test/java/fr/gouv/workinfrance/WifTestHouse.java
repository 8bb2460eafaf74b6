package fr.gouv.workinfrance;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;

import fr.gouv.workinfrance.reference.online.OnlineDouble;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import java.util.List;

import javax.sql.DataSource;

/// What a test has in place of time and of the queue's own pace.
@TestConfiguration(proxyBeanMethods = false)
@Import({Companies.class, Requests.class, Statements.class, OnlineDouble.Wired.class})
public class WifTestHouse {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    ManualScheduler manualScheduler(DataSource database, List<Task<?>> tasks) {
        var builder =
                TestHelper.createManualScheduler(
                                new TransactionAwareDataSourceProxy(database), tasks)
                        .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                        .tableName("queue.scheduled_tasks");
        builder.jdbcCustomization(new Queue.InTurn());
        return builder.build();
    }

    @Bean
    Queue queue(ManualScheduler scheduler, SettableClock clock) {
        return new Queue(scheduler, clock);
    }
}
