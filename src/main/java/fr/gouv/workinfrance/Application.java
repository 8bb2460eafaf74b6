package fr.gouv.workinfrance;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

import java.time.Clock;

/// The whole house: everything else is in the package that bears the name of what it does.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    /// The only clock: nothing in the house asks the machine, or the database, what time it is.
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Pages, mails and official documents are all compiled templates of `src/main/jte`.
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, null, "gg.jte.generated.precompiled");
    }
}
