package fr.gouv.workinfrance.site;

/// The lines of [Routes] that are for the services that are asked for their opinion, or told of a
/// request. Caseworkers and the head of a préfecture work in such a service too.
final class ConsulteeRoutes {

    static final String LINES =
            """
            # a service that is asked, or told
            GET  /avis                                                                  draft     in  403 403 403 403 200 200 403 403 403 200 200
            GET  /avis/{id=00000000-0000-0000-0000-000000000000}                        draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/{id=00000000-0000-0000-0000-000000000000}/reponse                draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/{id=00000000-0000-0000-0000-000000000000}/charge                 draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/{id=00000000-0000-0000-0000-000000000000}/delai                  draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/{id=00000000-0000-0000-0000-000000000000}/consultation           draft     in  403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x}     draft     in  403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x}/lecture draft     in  403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x}/{page=1} draft     in  403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/{id=00000000-0000-0000-0000-000000000000}/pieces/{name=x}        draft     in  403 403 403 403 404 404 403 403 403 404 404
            # what it was told
            GET  /avis/informations/{id=00000000-0000-0000-0000-000000000000}           draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/informations/{id=00000000-0000-0000-0000-000000000000}/reception draft     in  403 403 403 403 404 404 403 403 403 404 404
            POST /avis/informations/{id=00000000-0000-0000-0000-000000000000}/faits     draft     in  403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/informations/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x} draft in 403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/informations/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x}/lecture draft in 403 403 403 403 404 404 403 403 403 404 404
            GET  /avis/informations/{id=00000000-0000-0000-0000-000000000000}/documents/{name=x}/{page=1} draft in 403 403 403 403 404 404 403 403 403 404 404
            # its head
            GET  /avis/{office=prefecture-75}/service                                   draft     in  403 403 403 403 404 404 403 403 403 200 404
            POST /avis/{office=prefecture-75}/service/invitations                       draft     in  403 403 403 403 404 404 403 403 403 200 404 email=*@exemple.fr
            POST /avis/{office=prefecture-75}/service/invitations                       draft     in  403 403 403 403 404 404 403 403 403 422 404 email=x
            POST /avis/{office=prefecture-75}/service/invitations/{id=00000000-0000-0000-0000-000000000000}/annulation draft in 403 403 403 403 404 404 403 403 403 404 404
            POST /avis/{office=prefecture-75}/service/membres/{id=00000000-0000-0000-0000-000000000000}/fin draft in 403 403 403 403 404 404 403 403 403 404 404
            # a one-off link: that opens nothing
            GET  /avis/lien/{token=unknown}                                             draft     404 404 404 404 404 404 404 404 404
            POST /avis/lien/{token=unknown}/code                                        draft     404 404 404 404 404 404 404 404 404
            POST /avis/lien/{token=unknown}/entree                                      draft     404 404 404 404 404 404 404 404 404 code=123456
            POST /avis/lien/{token=unknown}/reponse                                     draft     404 404 404 404 404 404 404 404 404
            GET  /avis/lien/{token=unknown}/documents/{name=x}                          draft     404 404 404 404 404 404 404 404 404
            GET  /avis/lien/{token=unknown}/documents/{name=x}/lecture                  draft     404 404 404 404 404 404 404 404 404
            GET  /avis/lien/{token=unknown}/documents/{name=x}/{page=1}                 draft     404 404 404 404 404 404 404 404 404
            # the caseworker who makes one
            GET  /instruction/dossiers/{reference}/avis/{number=1}/lien                 deposited in  403 403 403 403 404 404 404 403
            POST /instruction/dossiers/{reference}/avis/{number=1}/lien                 deposited in  403 403 403 403 404 404 404 403
            POST /instruction/dossiers/{reference}/avis/{number=1}/lien/fin             deposited in  403 403 403 403 404 404 404 403
            """;

    private ConsulteeRoutes() {}
}
