package fr.gouv.workinfrance.site;

/// The lines of [Routes] that are about the space of a company.
final class CompanyRoutes {

    static final String LINES =
            """
            # the space of a company, which those who act for it alone know of
            GET  /entreprise                                                                 draft     in  200 200 200 200 200 200 200 200
            GET  /entreprise/rattachements                                                   draft     in  200 200 200 200 200 200 200 200
            POST /entreprise/rattachements                                                   draft     in  303 303 303 303 303 303 303 303 siret=732%20829%20320%2000074&name=*
            GET  /entreprise/rattachements/{id=00000000-0000-0000-0000-000000000000}         draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/rattachements/{id=00000000-0000-0000-0000-000000000000}<multipart/form-data> draft     in  404 404 404 404 404 404 404 404
            GET  /entreprise/{siren=732829320}/demandes                                      draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/demandes                                      draft     in  404 404 404 404 404 404 404 404 procedure=etudiant-professionnalisation&siret=73282932000074
            GET  /entreprise/{siren=732829320}/documents                                     draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/documents                                     draft     in  404 404 404 404 404 404 404 404 document=00000000-0000-0000-0000-000000000000
            GET  /entreprise/{siren=732829320}/documents/{document=00000000-0000-0000-0000-000000000000} draft in 404 404 404 404 404 404 404 404
            GET  /mes-documents                                                              draft     in  200 200 200 200 200 200 200 200
            POST /mes-documents                                                              draft     in  303 303 303 303 303 303 303 303 document=00000000-0000-0000-0000-000000000000
            GET  /mes-documents/{document=00000000-0000-0000-0000-000000000000}              draft     in  404 404 404 404 404 404 404 404
            GET  /entreprise/{siren=732829320}/etablissements                                draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/etablissements                                draft     in  404 404 404 404 404 404 404 404 siret=73282932000074&name=*
            GET  /entreprise/{siren=732829320}/etablissements/{siret=73282932000074}/fermeture draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/etablissements/{siret=73282932000074}/fermeture draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/cessation                                     draft     in  404 404 404 404 404 404 404 404 confirmed=true
            GET  /entreprise/{siren=732829320}/membres                                       draft     in  404 404 404 404 404 404 404 404
            GET  /entreprise/{siren=732829320}/membres/{member=00000000-0000-0000-0000-000000000000} draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/membres/{member=00000000-0000-0000-0000-000000000000} draft     in  404 404 404 404 404 404 404 404 role=SEES&whole=true
            GET  /entreprise/{siren=732829320}/membres/{member=00000000-0000-0000-0000-000000000000}/depart draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/membres/{member=00000000-0000-0000-0000-000000000000}/depart draft     in  404 404 404 404 404 404 404 404
            GET  /entreprise/{siren=732829320}/invitations                                   draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/invitations                                   draft     in  404 404 404 404 404 404 404 404 email=*@exemple.fr&role=SEES&whole=true
            POST /entreprise/{siren=732829320}/invitations/{id=00000000-0000-0000-0000-000000000000}/annuler draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/invitations/{id=00000000-0000-0000-0000-000000000000}/renouveler draft     in  404 404 404 404 404 404 404 404
            GET  /entreprise/{siren=732829320}/rattachements/{claim=00000000-0000-0000-0000-000000000000} draft     in  404 404 404 404 404 404 404 404
            POST /entreprise/{siren=732829320}/rattachements/{claim=00000000-0000-0000-0000-000000000000} draft     in  404 404 404 404 404 404 404 404 role=SEES&whole=true
            POST /dossiers/{reference}/prise-en-charge                                       draft     in  404 409 409 409 404 404 404 404
            """;

    private CompanyRoutes() {}
}
