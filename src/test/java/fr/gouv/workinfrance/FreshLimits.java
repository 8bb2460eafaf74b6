package fr.gouv.workinfrance;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Each test begins with nothing counted against anybody: all come from one address and share one
/// hour, and what one sends would shut the next one out.
final class FreshLimits implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(JdbcClient.class)
                .sql("delete from access.limit_gauge")
                .update();
    }
}
