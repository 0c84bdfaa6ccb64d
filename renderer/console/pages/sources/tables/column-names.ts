// What people and programs call the columns of deals and calls: Salesforce, HubSpot, Pipedrive, Close and Zoho in the languages
// that they export in, and what stands in sheets that are kept by hand.

export type ColumnKey =
  | 'id'
  | 'rep'
  | 'status'
  | 'name'
  | 'account'
  | 'amount'
  | 'currencyPath'
  | 'closedAt'
  | 'createdAt'
  | 'expectedCloseOn'
  | 'stageEnteredAt'
  | 'lastActivityAt'
  | 'at'
  | 'version'
  | 'durationSeconds'
  | 'outcome'
  | 'stage'

/** What the row is of, in a name such as `Opportunity Owner` or `Nom de la transaction`: it says nothing of the column. */
const objects = new Set(
  'opportunity opportunities opportunite oportunidad oportunidade opportunita deal deals transaction affaire negocio trato trattativa affare potential'.split(
    ' ',
  ),
)
const fillers = new Set(
  'the of de del della dello dell delle di da do das dos du des d l la le el il lo les van von der het een'.split(
    ' ',
  ),
)

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Without accents, capitals, what stands in brackets, what the row is of, and small words; its other words in one. */
export const bareColumn = (name: string): string => {
  const words = plain(
    name
      .replace(/\([^)]*\)/g, ' ')
      // `CloseDate`, as programs write it.
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !fillers.has(word) && !objects.has(word))
  return (telling.length > 0 ? telling : words).join('')
}

const list = (names: string): readonly string[] => names.split(/\s+/).filter((name) => name !== '')

const stages = `stage stagename dealstage dealphase dealfase phase stufe etape etapa fase stadio stadium estagio pipelinestage verkaufsphase`

/** As `bareColumn` writes them; of those that a table has the first counts. */
export const usualColumns: Readonly<Record<ColumnKey, readonly string[]>> = {
  id: list(`
    id dealid opportunityid recordid datensatzid idenregistrement idficheinformations idregistro idrecord callid activityid
    key number nr no dealnumber ordernumber order vorgang vorgangsnummer auftragsnummer auftrag abschlussid nummer numero
    identifiant identificador codigo codice reference referencia riferimento referentie`),
  rep: list(`
    owneremail repemail owner dealowner opportunityowner ownername rep salesrep agent salesagent salesperson salesowner
    accountexecutive ae accountmanager closer closedby wonby soldby seller username user
    inhaber dealinhaber abschlussinhaber abschlussbesitzer besitzer dealbesitzer zustandigermitarbeiter zustandig zugewiesenan
    verkaufer verkauferin mitarbeiter betreuer verantwortlich verantwortlicher vertriebler
    proprietaire vendeur commercial utilisateur responsable propietario vendedor comercial usuario asesor
    proprietario titolare venditore utente responsabile responsavel eigenaar dealeigenaar verkoper gebruiker medewerker
    assignedto email`),
  status: list(`statustype status statut estado stato result state ${stages} ergebnis statuslabel`),
  name: list(`
    name dealname opportunityname title deal opportunity titel bezeichnung abschlussname betreff nom titre intitule nombre
    titulo asunto nome titolo naam dealnaam opportunitynaam omschrijving`),
  account: list(`
    account accountname company companyname organization organisation customer client leadname kunde kundenname firma
    firmenname unternehmen unternehmensname accountnaam compte nomcompte entreprise societe cliente cuenta nombrecuenta
    empresa organizacion conta nomeconta organizacao nomeaccount azienda organizzazione organisatie klant bedrijf`),
  amount: list(`
    amount value dealvalue closevalue closedvalue closeamount contractvalue totalvalue totalamount totalcontractvalue
    annualvalue bookings bookingamount revenue sum total price acv tcv arr mrr betrag wert dealwert umsatz summe auftragswert
    montant valeur importe valor cantidad monto importo valore ammontare quantia bedrag waarde dealwaarde omzet
    amountcompanycurrency amountincompanycurrency`),
  currencyPath: list(`
    currency currencycode currencyisocode amountcurrency currencyvalue valuecurrency wahrung devise moneda divisa moeda
    valuta`),
  closedAt: list(`
    closedat closed closedate closedon closedday closingdate closetime wontime wonat wonon datewon dateclosed
    abschlussdatum abschlusstermin schlusstermin abschluss abgeschlossen geschlossenam gewonnenam
    datecloture datefermeture datesignature fechacierre fechacierreprevista datafechamento datachiusura datachiusuraprevista
    sluitingsdatum einddatum gewonnenop gagnele ganadoel expectedclosedate date datum fecha data`),
  createdAt: list(`
    createdat created createddate createdate createdon creationdate datecreated addtime createdtime opened openedat opendate
    engagedate erstelltam erstellungsdatum erstellt angelegt angelegtam erstellzeit datecreation creele fechacreacion creadoel
    fechadecreacion datacriacao datacriacion criadoem datacreazione creatoil aanmaakdatum gemaaktop`),
  expectedCloseOn: list(`
    expectedcloseon expectedclose expectedclosedate expectedclosingdate estimatedclose estimatedclosedate targetdate
    erwarteterabschluss erwartetesabschlussdatum voraussichtlichesabschlussdatum fechacierreprevista datachiusuraprevista
    datecloturprevue dateclotureprevue datafechamentoprevista verwachtesluitingsdatum`),
  stageEnteredAt: list(`
    stageenteredat stagesince stagechangedate laststagechange laststagechangedate stageentrydate phaseseit stufeseit
    letztephasenanderung stagechangetime`),
  lastActivityAt: list(`
    lastactivityat lastactivity lastactivitydate lastactivitytime lastcontacted lastcontact lasttouch letzteaktivitat
    datumderletztenaktivitat letzterkontakt dernieractivite derniereactivite datederniereactivite ultimaactividad
    fechaultimaactividad ultimaatividade dataultimaatividade ultimaattivita dataultimaattivita laatsteactiviteit`),
  at: list(`
    at date datetime time when start starttime calledat calltime activitydate datum zeitpunkt beginn wann datumuhrzeit
    dateheure heure debut fecha fechahora hora inicio data datahora dataora inizio datumtijd starttijd`),
  version: list(`
    updatedat modifiedat lastmodified lastmodifieddate modifiedtime updatetime dateupdated updated geandertam
    letzteanderung datumletztenanderung datedernieremodification fechaultimamodificacion dataultimamodificacao
    dataultimamodifica datumlaatstewijziging`),
  durationSeconds: list(`
    duration durationseconds durationinseconds seconds talktime callduration dauer gesprachsdauer dauersekunden duree
    duracion duracao durata duur`),
  outcome: list(
    `outcome calloutcome disposition result ergebnis resultat resultado risultato esito resultaat`,
  ),
  stage: list(stages),
}
