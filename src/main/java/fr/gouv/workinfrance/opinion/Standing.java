package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Exchange;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import java.time.LocalDate;

/// Where an opinion that was asked stands today.
///
/// @param today where the service sits
public record Standing(
        Consultation consultation, Body body, Inquiry inquiry, Office office, LocalDate today) {

    /// Whether nothing may be decided without it yet.
    public boolean blocks() {
        return consultation.blocks(inquiry, today);
    }

    public boolean late() {
        return consultation.late(today);
    }

    /// Whether it is what a rule of the procedure asks.
    boolean answers(Exchange rule) {
        return body.id().equals(rule.body()) && inquiry.id().equals(rule.inquiry());
    }
}
