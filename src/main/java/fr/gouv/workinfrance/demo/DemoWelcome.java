package fr.gouv.workinfrance.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What a stranger reads in the terminal once the service answers.
@Component
@Profile("demo")
class DemoWelcome {

    private final Environment environment;

    DemoWelcome(Environment environment) {
        this.environment = environment;
    }

    /// To the terminal as it is: a logger would put a date before each line.
    @EventListener(ApplicationReadyEvent.class)
    void welcome() {
        System.out.println(words());
    }

    String words() {
        String folder = DemoFolder.of(environment).path().toString();
        // what follows a question mark may hold a password
        String other = environment.getProperty("WIF_DATABASE_URL", "").replaceFirst("[?].*", "");
        return """

          Work in France answers at %1$s

            Be each of its people, in one click   %1$s/demo
            Read every message that it sends      %1$s/demo/courriels
            Check an authorization                %1$s/verifier

          Fictitious requests are made at the first start: all of them are there within a minute.
          Data stay in %2$s
          To start afresh, stop the service and empty that. Ctrl-C stops it.
        """
                .formatted(
                        environment.getRequiredProperty("wif.base-url"),
                        other.isBlank() ? folder : folder + " and in " + other);
    }
}
