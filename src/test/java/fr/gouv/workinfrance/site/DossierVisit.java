package fr.gouv.workinfrance.site;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Reference;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;

/// Opens and sends the pages of one dossier, as someone who is signed in.
///
/// @param at the address of the dossier
record DossierVisit(MockMvcTester mvc, String at) {

    /// As one of its parties.
    DossierVisit(MockMvcTester mvc, Reference reference) {
        this(mvc, "/dossiers/" + reference);
    }

    /// As the office that handles it.
    static DossierVisit byOffice(MockMvcTester mvc, Reference reference) {
        return new DossierVisit(mvc, "/instruction/dossiers/" + reference);
    }

    /// @param page below the dossier, "/pieces"; empty for its own
    MvcTestResult get(Account account, String page) {
        return mvc.get().uri(address(page)).with(SignedIn.as(account)).exchange();
    }

    /// @param form names and values, in turn
    MvcTestResult post(Account account, String page, String... form) {
        var request = mvc.post().uri(address(page)).with(SignedIn.as(account)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private String address(String page) {
        return at + page;
    }

    /// What is read, its narrow and unbreakable spaces as plain ones.
    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("[\u00a0\u202f]", " ");
    }
}
