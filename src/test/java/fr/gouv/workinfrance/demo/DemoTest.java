package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.demo.past.ToldInTwoTimes;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The demonstration as a visitor finds it, once all its requests are made: on a database of its
/// own, with the real queue and the real clock, on a random port.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.enabled=true",
            "wif.demo.requests=false",
            "wif.demo.folder=target/test-demo"
        })
@AutoConfigureMockMvc
@ActiveProfiles({"demo", "test"})
@Import(ToldInTwoTimes.class)
public @interface DemoTest {}
