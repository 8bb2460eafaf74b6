package fr.gouv.workinfrance;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The whole house on a real PostgreSQL of its own, with a clock and a queue that the test moves.
/// It answers on a random port, for browsers, as well as by `MockMvcTester`. One context serves all
/// the tests that bear it: none may depend on another's data.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(WifTestHouse.class)
@ExtendWith(FreshLimits.class)
public @interface WifTest {}
