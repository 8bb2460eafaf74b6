package fr.gouv.workinfrance.site;

/// The lines of [Routes] that are for the administration: those who examine, sign, help at the
/// counter or keep the catalogue.
final class OfficeRoutes {

    static final String LINES =
            """
            # the desk of the office that handles it
            GET  /instruction                                                           deposited in  403 403 403 403 200 200 200 403
            GET  /instruction/dossiers/{reference}                                      deposited in  403 403 403 403 200 404 200 403
            GET  /instruction/dossiers/{reference}/documents/{name=ACKNOWLEDGMENT}      deposited in  403 403 403 403 200 404 200 403
            GET  /instruction/dossiers/{reference}/documents/{name=ACKNOWLEDGMENT}/{page=1} deposited in  403 403 403 403 200 404 200 403
            GET  /instruction/dossiers/{reference}/mandats/{id=00000000-0000-0000-0000-000000000000} deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/documents/{name=ACKNOWLEDGMENT}/lecture deposited in  403 403 403 403 200 404 200 403
            POST /instruction/dossiers/{reference}/affectation                          deposited in  403 403 403 403 303 404 409 403 caseworker=<caseworker>
            GET  /instruction/dossiers/{reference}/transmission                         deposited in  403 403 403 403 200 404 303 403
            POST /instruction/dossiers/{reference}/transmission                         deposited in  403 403 403 403 303 404 409 403 service=prefecture-93&motif=*
            POST /instruction/dossiers/{reference}/transmission                         deposited in  403 403 403 403 422 404 409 403 service=prefecture-93
            POST /instruction/dossiers/{reference}/completude                           deposited in  403 403 403 403 303 404 409 403
            POST /instruction/dossiers/{reference}/doutes                               deposited in  403 403 403 403 303 404 303 403 doute=none&motif=*
            POST /instruction/dossiers/{reference}/doutes                               deposited in  403 403 403 403 422 404 422 403 doute=none
            POST /instruction/dossiers/{reference}/doutes/reprise                       deposited in  403 403 403 403 303 404 303 403 doute=none
            POST /instruction/dossiers/{reference}/notes                                deposited in  403 403 403 403 303 404 303 403 note=*
            POST /instruction/dossiers/{reference}/notes                                deposited in  403 403 403 403 422 404 422 403
            POST /instruction/dossiers/{reference}/notes/{id=00000000-0000-0000-0000-000000000000}/suppression deposited in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/libelles                             deposited in  403 403 403 403 303 404 303 403 libelle=urgent
            POST /instruction/dossiers/{reference}/libelles                             deposited in  403 403 403 403 422 404 422 403
            POST /instruction/dossiers/{reference}/libelles/retrait                     deposited in  403 403 403 403 303 404 303 403 libelle=urgent
            POST /instruction/dossiers/{reference}/criteres                             deposited in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/presence                             deposited in  403 403 403 403 200 404 200 403
            POST /instruction/dossiers/{reference}/examen                               complete  in  403 403 403 403 303 404 409 403
            GET  /instruction/dossiers/{reference}/decision                             examined  in  403 403 403 403 200 404 303 403
            POST /instruction/dossiers/{reference}/decision                             examined  in  403 403 403 403 303 404 409 403 sens=accord&version=<version>&from=01/09/2027&until=31/08/2028&hours=35%20heures%20/%20semaine&pay=1485,50%20euros%20/%20mois&land=METROPOLE
            POST /instruction/dossiers/{reference}/decision                             examined  in  403 403 403 403 200 404 409 403 sens=accord&apercu=true&version=<version>&from=01/09/2027&until=31/08/2028&hours=35%20heures%20/%20semaine&pay=1485,50%20euros%20/%20mois&land=METROPOLE
            POST /instruction/dossiers/{reference}/decision                             complete  in  403 403 403 403 409 404 409 403 sens=accord&version=<version>&from=01/09/2027&until=31/08/2028&hours=35%20heures%20/%20semaine&pay=1485,50%20euros%20/%20mois&land=METROPOLE
            GET  /instruction/dossiers/{reference}/corrections                          complete  in  403 403 403 403 200 404 303 403
            POST /instruction/dossiers/{reference}/corrections                          complete  in  403 403 403 403 303 404 409 403 ask=FIELD.job_title&words-FIELD.job_title=*&by=07/12/2026
            POST /instruction/dossiers/{reference}/corrections                          complete  in  403 403 403 403 422 404 409 403
            GET  /instruction/dossiers/{reference}/avis                                 complete  in  403 403 403 403 200 404 200 403
            POST /instruction/dossiers/{reference}/avis                                 complete  in  403 403 403 403 303 404 409 403 what=urssaf/contributions
            POST /instruction/dossiers/{reference}/avis                                 complete  in  403 403 403 403 422 404 409 403
            POST /instruction/dossiers/{reference}/avis/informations                    complete  in  403 403 403 403 303 404 409 403 what=urssaf
            POST /instruction/dossiers/{reference}/avis/informations                    complete  in  403 403 403 403 422 404 409 403
            POST /instruction/dossiers/{reference}/avis/{number=1}/retrait              complete  in  403 403 403 403 404 404 404 403
            POST /instruction/dossiers/{reference}/avis/{number=1}/prolongation         complete  in  403 403 403 403 404 404 404 403 granted=true
            POST /instruction/dossiers/{reference}/avis/{number=1}/communication        complete  in  403 403 403 403 404 404 404 403 to=true
            GET  /instruction/dossiers/{reference}/avis/{number=1}/documents/{name=none} complete  in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/messages                             deposited in  403 403 403 403 200 404 200 403
            POST /instruction/dossiers/{reference}/messages                             deposited in  403 403 403 403 303 404 303 403 words=*&to=EMPLOYER
            POST /instruction/dossiers/{reference}/messages                             deposited in  403 403 403 403 422 404 422 403 words=*
            POST /instruction/dossiers/{reference}/messages/{number=1}/prise-en-charge  deposited in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/messages/{number=1}/traite           deposited in  403 403 403 403 303 404 303 403
            GET  /instruction/recours                                                   deposited in  403 403 403 403 200 200 200 403
            GET  /instruction/recours/{id=00000000-0000-0000-0000-000000000000}            deposited in  403 403 403 403 404 404 404 403
            POST /instruction/recours/{id=00000000-0000-0000-0000-000000000000}/prise-en-charge deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/recours/{id=00000000-0000-0000-0000-000000000000}/demande deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/recours/{id=00000000-0000-0000-0000-000000000000}/reponse deposited in  403 403 403 403 404 404 404 403
            POST /instruction/recours/{id=00000000-0000-0000-0000-000000000000}/reponse deposited in  403 403 403 403 404 404 404 403 sens=rejet&reason=*
            GET  /instruction/recours/{id=00000000-0000-0000-0000-000000000000}/documents/{name=DECISION} deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/filtres                                                   deposited in  403 403 403 403 200 200 200 403
            GET  /instruction/vues                                                      deposited in  403 403 403 403 200 200 200 403
            POST /instruction/vues                                                      deposited in  403 403 403 403 303 303 303 403 nom=*&liste=vue%3Dles-miennes
            POST /instruction/vues                                                      deposited in  403 403 403 403 422 422 422 403 liste=vue%3Dles-miennes
            POST /instruction/vues                                                      deposited in  403 403 403 403 303 404 303 403 nom=*&bureau=prefecture-75
            POST /instruction/vues/{id=00000000-0000-0000-0000-000000000000}/suppression deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/rectification                        decided   in  403 403 403 403 200 404 303 403
            GET  /instruction/dossiers/{reference}/rectification                        prepared  in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/rectification                        decided   in  403 403 403 403 422 404 404 403
            GET  /instruction/dossiers/{reference}/erratum                              decided   in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/erratum                              decided   in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/retrait                              decided   in  403 403 403 403 200 404 303 403
            GET  /instruction/dossiers/{reference}/retrait                              prepared  in  403 403 403 403 303 404 303 403
            POST /instruction/dossiers/{reference}/retrait                              decided   in  403 403 403 403 422 404 404 403
            POST /instruction/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/abandon decided in  403 403 403 403 404 404 404 403
            POST /instruction/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/entretien decided in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/documents/{paper=ACT} decided in  403 403 403 403 404 404 404 403
            GET  /instruction/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/observations/{document=00000000-0000-0000-0000-000000000000} decided in  403 403 403 403 404 404 404 403
            GET  /instruction/lots/nouveau                                              deposited in  403 403 403 403 200 200 200 403
            POST /instruction/lots                                                      deposited in  403 403 403 403 422 422 422 403 acte=CERTIFY
            GET  /instruction/lots/{id=00000000-0000-0000-0000-000000000000}            deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/absences                                                  deposited in  403 403 403 403 200 200 200 403
            POST /instruction/absences                                                  deposited in  403 403 403 403 303 303 303 403 du=2026-12-01&au=2026-12-04
            POST /instruction/absences                                                  deposited in  403 403 403 403 422 422 422 403 du=2026-12-01&au=2026-11-04
            POST /instruction/absences/{id=00000000-0000-0000-0000-000000000000}/suppression deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/exports                                                   deposited in  403 403 403 403 200 200 200 403
            POST /instruction/exports                                                   deposited in  403 403 403 403 422 422 422 403
            POST /instruction/exports                                                   deposited in  403 403 403 403 303 422 303 403 format=CSV&liste=vue%3Dtoutes
            GET  /instruction/exports/{id=00000000-0000-0000-0000-000000000000}         deposited in  403 403 403 403 404 404 404 403
            GET  /instruction/exports/{id=00000000-0000-0000-0000-000000000000}/fichier deposited in  403 403 403 403 404 404 404 403
            POST /instruction/dossiers/{reference}/archive                              deposited in  403 403 403 403 303 404 303 403
            GET  /instruction/entreprises                                                    draft     in  403 403 403 403 200 200 200 403
            GET  /instruction/entreprises/{id=00000000-0000-0000-0000-000000000000}          draft     in  403 403 403 403 404 404 404 403
            GET  /instruction/entreprises/{id=00000000-0000-0000-0000-000000000000}/document draft     in  403 403 403 403 404 404 404 403
            POST /instruction/entreprises/{id=00000000-0000-0000-0000-000000000000}          draft     in  403 403 403 403 404 404 404 403

            # the table of who signs
            GET  /signature                                                             prepared  in  403 403 403 403 403 403 200 403
            GET  /signature/plusieurs                                                   prepared  in  403 403 403 403 403 403 422 403
            POST /signature/plusieurs                                                   prepared  in  403 403 403 403 403 403 422 403
            GET  /signature/dossiers/{reference}                                        prepared  in  403 403 403 403 403 403 200 403
            GET  /signature/dossiers/{reference}                                        examined  in  403 403 403 403 403 403 303 403
            GET  /signature/dossiers/{reference}/documents/{kind=DECISION}              prepared  in  403 403 403 403 403 403 200 403
            GET  /signature/dossiers/{reference}/documents/{kind=DECISION}/{page=1}     prepared  in  403 403 403 403 403 403 200 403
            POST /signature/dossiers/{reference}/signature                              prepared  in  403 403 403 403 403 403 303 403 confirmed=true&hashes=<hashes>
            POST /signature/dossiers/{reference}/signature                              prepared  in  403 403 403 403 403 403 409 403 confirmed=true&hashes=others
            POST /signature/dossiers/{reference}/renvoi                                 prepared  in  403 403 403 403 403 403 303 403 reason=*
            GET  /signature/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000} decided in  403 403 403 403 403 403 404 403
            POST /signature/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/signature decided in  403 403 403 403 403 403 404 403
            POST /signature/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/renvoi decided in  403 403 403 403 403 403 404 403 reason=*
            GET  /signature/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/documents/{paper=ACT} decided in  403 403 403 403 403 403 404 403
            GET  /signature/dossiers/{reference}/actes/{id=00000000-0000-0000-0000-000000000000}/documents/{paper=ACT}/{page=1} decided in  403 403 403 403 403 403 404 403

            # the head of a service
            GET  /pilotage                                                              draft     in  403 403 403 403 403 403 403 403 403 303
            GET  /pilotage/{office=prefecture-75}                                       draft     in  403 403 403 403 403 403 403 403 403 200
            GET  /pilotage/{office=prefecture-01}                                       draft     in  403 403 403 403 403 403 403 403 403 404
            POST /pilotage/{office=prefecture-75}/seuils                                draft     in  403 403 403 403 403 403 403 403 403 303 alerte=15&urgence=5
            POST /pilotage/{office=prefecture-75}/seuils                                draft     in  403 403 403 403 403 403 403 403 403 422 alerte=5&urgence=15
            POST /pilotage/{office=prefecture-75}/agents/{id=00000000-0000-0000-0000-000000000000} draft     in  403 403 403 403 403 403 403 403 403 404
            POST /pilotage/{office=prefecture-75}/absences                              draft     in  403 403 403 403 403 403 403 403 403 422
            POST /pilotage/{office=prefecture-75}/absences/{id=00000000-0000-0000-0000-000000000000}/suppression draft     in  403 403 403 403 403 403 403 403 403 404
            GET  /pilotage/{office=prefecture-75}/delegations                           draft     in  403 403 403 403 403 403 403 403 403 200
            POST /pilotage/{office=prefecture-75}/delegations                           draft     in  403 403 403 403 403 403 403 403 403 422
            POST /pilotage/{office=prefecture-75}/delegations/{id=00000000-0000-0000-0000-000000000000}/fin draft     in  403 403 403 403 403 403 403 403 403 404

            # the counter
            GET  /guichet                                                               draft     in  403 403 403 403 403 403 403 403 200
            GET  /guichet/nouvelle                                                      draft     in  403 403 403 403 403 403 403 403 200
            POST /guichet/nouvelle                                                      draft     in  403 403 403 403 403 403 403 403 303 wanted=etudiant-professionnalisation/EMPLOYER&person=*&agreement=SPOKEN&agreed=true
            POST /guichet/{reference}/copie                                             draft     in  403 403 403 403 403 403 403 403 404

            # what those who keep the catalogue read
            GET  /administration                                                             draft     in  403 403 403 403 403 403 403 200
            GET  /administration/services                                                    draft     in  403 403 403 403 403 403 403 200
            GET  /administration/services/nouveau                                            draft     in  403 403 403 403 403 403 403 200
            POST /administration/services                                                    draft     in  403 403 403 403 403 403 403 422
            GET  /administration/services/{id=prefecture-75}                                 draft     in  403 403 403 403 403 403 403 200
            GET  /administration/services/{id=unknown}                                       draft     in  403 403 403 403 403 403 403 404
            GET  /administration/services/{id=prefecture-75}/modification                    draft     in  403 403 403 403 403 403 403 200
            POST /administration/services/{id=prefecture-75}/modification                    draft     in  403 403 403 403 403 403 403 422
            GET  /administration/services/{id=prefecture-75}/fermeture                       draft     in  403 403 403 403 403 403 403 200
            POST /administration/services/{id=prefecture-75}/fermeture                       draft     in  403 403 403 403 403 403 403 422
            POST /administration/services/{id=prefecture-75}/fermeture/annulation            draft     in  403 403 403 403 403 403 403 404
            GET  /administration/catalogue                                                   draft     in  403 403 403 403 403 403 403 200
            GET  /administration/catalogue/textes                                            draft     in  403 403 403 403 403 403 403 200
            GET  /administration/catalogue/textes/{slug=l5221-5}                             draft     in  403 403 403 403 403 403 403 200
            GET  /administration/catalogue/textes/{slug=unknown}                             draft     in  403 403 403 403 403 403 403 404
            GET  /administration/demarches/{id=etudiant-professionnalisation}                draft     in  403 403 403 403 403 403 403 200
            GET  /administration/demarches/{id=etudiant-professionnalisation}/versions/{number=2024} draft     in  403 403 403 403 403 403 403 200
            GET  /administration/demarches/{id=etudiant-professionnalisation}/comparer       draft     in  403 403 403 403 403 403 403 200
            """;

    private OfficeRoutes() {}
}
