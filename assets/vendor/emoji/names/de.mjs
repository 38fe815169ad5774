/* Trimmed from CLDR (Unicode-3.0, see LICENSE): per line what an emoji is called, in the order of table.mjs, and words to find it by. */
export const names = `grinsendes Gesicht	fröhlich haha lachen lol lustig
grinsendes Gesicht mit großen Augen	fröhlich glücklich lächeln lachen lol
grinsendes Gesicht mit lachenden Augen	fröhlich geschlossen glücklich lächeln lol
strahlendes Gesicht mit lachenden Augen	fröhlich grinsen happy lächeln lustig
Grinsegesicht mit zugekniffenen Augen	geschlossen grinsen haha hehe hihi
grinsendes Gesicht mit Schweißtropfen	lächeln lachen lustig Mund nervös
sich vor Lachen auf dem Boden wälzen	Gesicht hehe lol lustig muahaha
Gesicht mit Freudentränen	fröhlich happy hehe hihi lachen
leicht lächelndes Gesicht	Smiley
umgekehrtes Gesicht	auf dem Kopf lächeln Smiley stehen
schmelzendes Gesicht	auflösen beschämt flüssig Hitze Sarkasmus
zwinkerndes Gesicht	Auge flirten sexy Smiley zudrücken
lächelndes Gesicht mit lachenden Augen	erröten Freude freundlich glücklich Wangen
lächelndes Gesicht mit Heiligenschein	brav Engel glücklich lieb seelig
lächelndes Gesicht mit Herzen	3 anhimmeln bewundern HDGDL HDL
lächelndes Gesicht mit herzförmigen Augen	glücklich Herzen Liebe Smiley verliebt
überwältigt	aufgeregt Augen Gesicht grinsen Smiley
Kuss zuwerfendes Gesicht	flirten Küsschen küssen lieb Smiley
küssendes Gesicht	flirten HDL Knutsch Smiley xoxo
lächelndes Gesicht	fröhlich rot Smiley Wangen
küssendes Gesicht mit geschlossenen Augen	Knutsch Küsschen rot Smiley Wangen
küssendes Gesicht mit lächelnden Augen	flirten knutsch Smiley
lachendes Gesicht mit Träne	berührt dankbar erleichtert Freudenträne gerührt
sich die Lippen leckendes Gesicht	lächeln leckeres Essen Smiley Zunge
Gesicht mit herausgestreckter Zunge	ätsch bäh lachen lustig Smiley
zwinkerndes Gesicht mit herausgestreckter Zunge	Auge herausstrecken Smiley zudrücken zugedrückt
irres Gesicht	Augen groß klein Smiley verrückt
Gesicht mit herausgestreckter Zunge und zusammengekniffenen Augen	bäh ekel herausstrecken igitt schmeck
Gesicht mit Dollarzeichen	Geld Mund Smiley Zunge
Gesicht mit umarmenden Händen	drücken Smiley Umarmung
verlegen kicherndes Gesicht	haha Hand hihi Huch lachen
Gesicht mit offenen Augen und Hand über dem Mund	Erschrecken Erstaunen Furcht geschockt OMG
Gesicht mit durch die Finger linsendem Auge	gebannt hervorlugen schüchtern Smiley spähen
ermahnendes Gesicht	Finger leise psst pst Ruhe
nachdenkendes Gesicht	fragen grübeln hm komisch nachdenklich
salutierendes Gesicht	Aye jawohl jawoll Militär ok
Gesicht mit Reißverschlussmund	Geheimnis halten schweigen Smiley wahren
Gesicht mit hochgezogenen Augenbrauen	argwöhnisch misstrauen skeptisch Smiley stutzig
neutrales Gesicht	ausdruckslos kommentarlos Smiley todernst unbeeindruckt
ausdrucksloses Gesicht	kommentarlos selbstgefällig Smiley unbeeindruckt unglaublich
Gesicht ohne Mund	kein Smiley sprachlos
gestricheltes Gesicht	depressiv deprimiert egal introvertiert Smiley
Gesicht in Wolken	geistesabwesend Gesicht im Nebel Kopf in Wolken
süffisant lächelndes Gesicht	feixen flirten Mundwinkel schief Smiley
verstimmtes Gesicht	langweilig Smiley traurig unglücklich unzufrieden
Augen verdrehendes Gesicht	genervt meinetwegen ohje Smiley verrollen
Grimassen schneidendes Gesicht	peinlich Smiley verziehen Zähne
Gesicht, das ausatmet	ausatmen erleichtert erschöpft husten puh
lügendes Gesicht	Nase Pinocchio Schwindel
zitterndes Doppelgesicht	Erdbeben OMG Panik Schock Smiley
Kopfschütteln	nein
Kopfnicken	ja
erleichtertes Gesicht	Augen entspannt geschlossen Smiley Zen
nachdenkliches Gesicht	enttäuscht schrecklich Smiley traurig verlieren
schläfriges Gesicht	gute müde Nacht Smiley traurig
sabberndes Gesicht	Smiley
schlafendes Gesicht	dösen einschlafen gähnen gute Nacht langweilig
Gesicht mit Atemschutzmaske	Arzt Bazillen erkältet Krankheit Mundschutz
Gesicht mit Fieberthermometer	krank messen Smiley
Gesicht mit Kopfverband	aua autsch Schmerzen Smiley Verletzung
würgendes Gesicht	ekel eklig erbrechen grün igitt
kotzendes Gesicht	erbrechen krank schlecht Smiley speien
niesendes Gesicht	erkältet Erkältung Gesundheit Grippe hatschi
schwitzendes Gesicht	erhitzt Fieber fiebrig heiß herausstrecken
frierendes Gesicht	bibbern blau eisig erfrieren frösteln
schwindeliges Gesicht	angeheitert angeschwipst angetrunken benebelt berauscht
benommenes Gesicht	Augen ko krank Kreuze schwindelig
Gesicht mit Spiralen als Augen	Höhenangst Hypnose hypnotisiert omg schwindelig
explodierender Kopf	entsetzt geschockt Gesicht schockiert Smiley
Gesicht mit Cowboyhut	Cowgirl Smiley
Partygesicht	aufgeregt Feier Fest fröhlich Geburtstag
verkleidet	Gesicht incognito inkognito Maske Nasenbrille
lächelndes Gesicht mit Sonnenbrille	cool Smiley
Strebergesicht	Brille intelligent klug Nerd Schlaumeier
Gesicht mit Monokel	elegant reich Smiley
verwundertes Gesicht	keine Ahnung Smiley traurig verwirrt weiß nicht
Gesicht mit schrägem Mund	enttäuscht genervt hmpf keine Ahnung langweilig
besorgtes Gesicht	Smiley sorgen traurig
betrübtes Gesicht	schade Smiley traurig
düsteres Gesicht	deprimiert Smiley stirnrunzelnd traurig
Gesicht mit offenem Mund	erstaunt omg schockiert unglaublich vergessen
verdutztes Gesicht	erstaunt omg Smiley sprachlos
erstauntes Gesicht	nee omg schockiert Smiley verwundert
errötetes Gesicht mit großen Augen	erröten peinlich schämen Smiley überrascht
bettelndes Gesicht	anflehen bitten flehend groß Kulleraugen
Gesicht, das Tränen zurückhält	aufgebracht dankbar Freudentränen gerührt Rührung
entsetztes Gesicht	Mund offen schockiert Smiley verwundert
qualvolles Gesicht	arm leidend Smiley vergessen wow
ängstliches Gesicht	besorgt
besorgtes Gesicht mit Schweißtropfen	ängstlich Angstschweiß Mund nervös offen
trauriges aber erleichtertes Gesicht	ängstlich enttäuscht knapp Schweiß
weinendes Gesicht	Smiley Träne traurig
heulendes Gesicht	flennen schluchzen Smiley Tränenfluss traurig
vor Angst schreiendes Gesicht	ängstlich Munch omg Panik
verwirrtes Gesicht	bestürzt frustriert konfus Smiley verzweifelt
entschlossenes Gesicht	ausdauernd durchhalten Fokus Konzentration konzentrieren
enttäuschtes Gesicht	leider schade Smiley traurig verloren
bedrücktes Gesicht mit Schweiß	Angstschweiß Augen geschlossen Kopfschmerzen Smiley
erschöpftes Gesicht	Fehlschlag hungrig müde nein Smiley
müdes Gesicht	niesen Smiley traurig
gähnendes Gesicht	gelangweilt langweilig müde öde schnarch
schnaubendes Gesicht	erleichtert gewonnen
schmollendes Gesicht	Rot angelaufener Smiley wütend
verärgertes Gesicht	ärgern böse Smiley wütend zornig
Gesicht mit Symbolen über dem Mund	ärgern fluchen schimpfen Schimpfwort Smiley
grinsendes Gesicht mit Hörnern	böse Dämonin Fantasie lila Märchen
wütendes Gesicht mit Hörnern	böse Dämonin Fantasie Fantasy Kobold
Totenkopf	Gesicht Knochen Märchen Schädel Tod
Totenkopf mit gekreuzten Knochen	Gesicht Piratenflagge Schädel Tod
Kothaufen	Mist
Clown-Gesicht
Ungeheuer	Gesicht gruselig japanisch Märchen Maske
Kobold	gemein Gesicht japanisch Märchen Maske
Gespenst	buh Fantasy Geist Gesicht gruselig
Außerirdischer	Alien All Fantasy Gesicht Märchen
Computerspiel-Monster	Gesicht UFO
Roboter	Monster Robotergesicht Roboterkopf
grinsende Katze	Katzengesicht lachen lol lustig Mund
grinsende Katze mit lachenden Augen	Katzengesicht Smiley Tier
Katze mit Freudentränen	Katzengesicht lachen Smiley Tier
lachende Katze mit Herzen als Augen	Herzaugen Katzengesicht lächeln Liebe Smiley
verwegen lächelnde Katze	grinsen ironisch Katzengesicht lachen Smiley
küssende Katze	Augen geschlossen Katzengesicht Küsschen rot
erschöpfte Katze	Angst Katzengesicht Panik schockiert schreien
weinende Katze	Katzengesicht Smiley Tier Träne traurig
schmollende Katze	Katzengesicht Schmollmund Smiley Tier verärgert
sich die Augen zuhaltendes Affengesicht	böse Geheimnis gemein Geste nein
sich die Ohren zuhaltendes Affengesicht	böse Geheimnis gemein Geste nein
sich den Mund zuhaltendes Affengesicht	böse Geheimnis gemein Geste Hand
Liebesbrief	Herz Post Siegel
Herz mit Pfeil	Liebe
Herz mit Schleife	Hochzeitstag Jahrestag Küsschen Küsse Liebe
funkelndes Herz	Aufregung Gefühl glitzern Liebe Morgen
wachsendes Herz	Aufregung Gefühl Herzschlag Küsschen Küsse
schlagendes Herz	Gefühl Herzschlag Liebe pulsieren
kreisende Herzen	Emotion Gefühl Hochzeitstag Jahrestag Liebe
zwei Herzen	Date Gefühl Hochzeitstag Jahrestag Küsschen
Herzdekoration	Emotion Gefühl Liebe lila violett
Herz als Ausrufezeichen	Satzzeichen
gebrochenes Herz	allein Gefühl Herzschmerz Liebeskummer traurig
Herz in Flammen	brennendes Herz Leidenschaft Liebe
Herz mit Verband	Besserung genesen
rotes Herz
pinkes Herz	gefallen gefällt Gefühl Liebe mag
oranges Herz	Liebe
gelbes Herz	Gefühl herzlich Liebe
grünes Herz	Gefühl Liebe romantisch
blaues Herz	Gefühl Liebe romantisch
hellblaues Herz	aquamarin Emotion gefallen gefällt Gefühl
lila Herz	beste Gefühl hdl Liebe lilafarben
braunes Herz
schwarzes Herz	böse
graues Herz	Emotion hdl Liebe schieferfarben silberfarben
weißes Herz
Kussabdruck	Gefühl Knutsch küssen Liebe Lippenstift
100 Punkte	Punktestand volle Punktzahl
Ärger	Comic Wut
Zusammenstoß	Bombe Boom Comic explodieren Explosion
schwindlig	Benommenheit Comic Komet Sterne Sternschnuppe
Schweißtropfen	Comic feucht nass schwitzen trainieren
Staubwolke	Comic rennen weglaufen
Loch	schwarz
Sprechblase mit drei Punkten	Comic Dialog Gespräch Unterhaltung
Auge in Sprechblase	Dialog reden sprechen Zeuge
Sprechblase links	Dialog reden sprechen Unterhaltung
Sprechblase für wütende Aussage rechts
Gedankenblase	Comic Nachdenken
Schlafen	Buchstaben Comic gähn langweilig müde
winkende Hand	auf Wiedersehen bis später ciao guten Tag hallo
erhobene Hand von hinten	erhobener Handrücken
Hand mit gespreizten Fingern	5 fünf
erhobene Hand	5 halt Handfläche high five schlag ein
vulkanischer Gruß	Finger grüßen Hände spreizen
nach rechts weisende Hand	ausgestreckt ausstrecken Händeschütteln reichen
nach links weisende Hand	ausgestreckt ausstrecken Händeschütteln reichen
Hand mit Handfläche nach unten	abweisen fallen lassen fallenlassen Handgeste hau ab
Hand mit Handfläche nach oben	anbieten Angebot darbieten einladen entgegenstrecken
nach links schiebende Hand	drücken Halt High 5 High five Moment
nach rechts schiebende Hand	drücken Halt High 5 High five Moment
OK-Zeichen	exzellent Finger genial Hand in Ordnung
zusammengedrückte Finger	Bündelhand Fingerspitzen gehts noch Handgeste italienisch
Wenig-Geste	Betrag Finger gering Hand klein
Victory-Geste	Sieg
Hand mit gekreuzten Fingern
Hand mit gekreuztem Zeigefinger und Daumen	Fingerherz Geld Handgeste Kosten teuer
Ich-liebe-dich-Geste	drei Finger Hand hdl
Teufelsgruß	corna Finger Heavy Hörner Mano cornuta
Ruf-mich-an-Handzeichen	anrufen Shaka
nach links weisender Zeigefinger	Handrückseite zeigen
nach rechts weisender Zeigefinger	Handrückseite zeigen
nach oben weisender Zeigefinger von hinten	aufwärts Handrücken Handrückseite hier hinauf
Mittelfinger	Hand
nach unten weisender Zeigefinger	abwärts Handrücken Handrückseite hinab hinunter
nach oben weisender Zeigefinger von vorne	Handvorderseite hier melden zeigen
auf Betrachter zeigender Zeigefinger	deuten du Fingerzeig Handgeste Sie
Daumen hoch	einverstanden Finger gut Hand in Ordnung
Daumen runter	Hand nach unten schlecht
erhobene Faust	Hand Kampf Solidarität
geballte Faust	absolut Bro Hand korrekt zustimmen
Faust nach links	Hand
Faust nach rechts	Hand
klatschende Hände	applaudieren Applaus Beifall Gratulation großartig
zwei erhobene Handflächen	feiern Geste Hände hurra
Hände, die Herz bilden	<3 Finger Händeherz Handgeste Handherz
offene Hände	Jazz umarmen Umarmung
Handflächen nach oben	beten Gebet Hände zusammen
Handschlag	Händeschütteln Vereinbarung
zusammengelegte Handflächen	betend bitten danken Gebet gefaltet
schreibende Hand	Stift
Nagellack	Kosmetik Maniküre Nagelpflege
Selfie	Smartphone
angespannter Bizeps	Arm Bodybuilder Bro Fitnessstudio Gewichtheben
Armprothese	Barrierefreiheit
Beinprothese	Barrierefreiheit
Bein	Extremität Fuß gebeugtes Knie Gliedmaße Körperglied
Fuß	Füße Kick Knöchel Körperteil stampfen
Ohr	hören Körperteil
Ohr mit Hörgerät	Barrierefreiheit gehörlos Hilfsgerät Hörhilfe schwerhörig
Nase	Körperteil riechen
Gehirn	intelligent Intelligenz klug schlau
Herz (Organ)	Anatomie Herzschlag Körperteil Mensch Puls
Lunge	Atem ausatmen einatmen Körperteil Lungenflügel
Zahn	perlweiß Zahnärztin Zähne
Knochen	Hundeknochen Kauknochen Skelett
Augen	Gesicht gucken schauen sehen
Auge	Blick Körperteil schauen sehen
Zunge	ätsch hmm Körperteil lecken lecker
Mund	Körperteil Kuss Lippenstift
auf Lippe beißen	ängstlich besorgt flirtend Kuss Lippenstift
Baby	Gesicht jung Kleinkind Locke
Kind	Enkelkind jünger munter strahlend
Junge	Enkelsohn Gesicht jünger Kind munter
Mädchen	Enkeltochter Gesicht jünger Kind munter
Person	erwachsene Person Mensch
Person: blondes Haar	blondhaarig Gesicht Mensch
Mann	erwachsen Gesicht
Person: Bart	bärtig Schnurrbart
Frau	erwachsen Gesicht
Person: rotes Haar	erwachsene Person Mensch
Person: lockiges Haar	erwachsene Person Mensch
Person: weißes Haar	erwachsene Person Mensch
Person: Glatze	erwachsene Person Mensch
ältere Person	erwachsen Großeltern Mensch weise
älterer Mann	erwachsen Großeltern Großvater Mensch Opa
ältere Frau	erwachsen Großeltern Großmutter Mensch Oma
missmutige Person	frustriert Gesicht stirnrunzelnd unzufrieden verärgert
schmollende Person	eingeschnappt enttäuscht jammerd jammern verärgert
Person mit überkreuzten Armen	Gesicht NEIN nicht verbieten verboten
Person mit Händen auf dem Kopf	Geste oje OK omg über Kopf
Infoschalter-Mitarbeiter(in)	abgekippt beleidigen Gerüchte Geste Hand
Person mit erhobenem Arm	aufzeigen drankommen drannehmen Frage Geste
gehörlose Person	Barrierefreiheit hören Ohr schwerhörig taub
sich verbeugende Person	Bedauern bitten Demut Entschuldigung Geste
sich an den Kopf fassende Person	frustriert genervt Gesicht oh nein OMG
schulterzuckende Person	egal gleichgültig keine Ahnung Schultern zucken weiß nicht
Arzt/Ärztin	Arztkittel Doktor(in)
Arzt	Arztkittel Doktor Krankenpfleger
Ärztin	Arztkittel Doktor Krankenschwester Pflegerin
Student(in)	Absolvent(in) Doktorhut Uni
Student	Absolvent Diplom Doktorhut Uni
Studentin	Abschluss Absolventin Diplom Doktorhut Uni
Lehrer(in)	Dozent(in) Professor(in)
Lehrer	Dozent Mann Professor Tafel
Lehrerin	Dozentin Frau Professorin
Richter(in)	Waage
Richter	Gerechtigkeit Mann
Richterin	Frau Gerechtigkeit
Bauer/Bäuerin	Farmer(in) Gärtner(in) Landwirt(in)
Bauer	Ähre Farmer Gärtner Landwirt Rancher
Bäuerin	Ähre Farmerin Gärtnerin Landwirtin
Koch/Köchin	Kochen
Koch	Kochen Restaurant
Köchin	kochen
Mechaniker(in)	Elektriker(in) Klempner(in)
Mechaniker	Elektriker Handwerker Klempner Mann
Mechanikerin	Elektrikerin Frau Handwerkerin Klempnerin
Fabrikarbeiter(in)	industriell Montage
Fabrikarbeiter	Helm
Fabrikarbeiterin	Frau Helm
Büroangestellte(r)	Architekt(in) Business Manager(in) Schlips und Kragen
Büroangestellter	Manager Mann
Büroangestellte	Frau Managerin Mangerin
Wissenschaftler(in)	Forscher(in) Labor
Wissenschaftler	Chemie Forscher Labor
Wissenschaftlerin	Forscherin Frau Labor
IT-Experte/IT-Expertin	Bildschirm Computer Entwickler(in)
IT-Experte	Arbeit Bildschirm Büro Computer Entwickler
IT-Expertin	Arbeit Bildschirm Büro Computer Entwicklerin
Sänger(in)	Entertainer(in) Rock Star
Sänger	Mann Mikrofon Popstar Schauspieler
Sängerin	Frau Mikrofon Popstar Schauspielerin
Künstler(in)	Farbpalette Maler(in)
Künstler	Farbpalette Maler Mann
Künstlerin	Farbpalette Frau Malerin
Pilot(in)	Flugzeug
Pilot	Flugzeug Mann
Pilotin	Flieger Flugzeug Frau
Astronaut(in)	Raumfahrt Weltraum
Astronaut	Mann Raumfahrt Weltraum
Astronautin	Frau Raumfahrt Weltraum
Feuerwehrmann/-frau	Feuerwehrhelm
Feuerwehrmann	Feuerwehrhelm
Feuerwehrfrau	Feuerwehrhelm
Polizist(in)	Beruf festnehmen Gesetzeshüter Gesicht Person
Detektiv(in)	Lupe Sherlock Spion
Wache	Bärenfellmütze Buckingham Palace Gesicht London Wachfrau
Ninja	Ausdauer Geheimmission Kämpfer Killer Krieger
Bauarbeiter(in)	Bauarbeiterin Beruf Gesicht Person Schutzhelm
Person mit Krone	adelig Königin königliche Hoheit Krönung Monarchin
Prinz	Krone
Prinzessin	Gesicht Krone Märchen
Person mit Turban	Dreitagebart
Mann mit chinesischem Hut	China Gesicht Kappe Mütze Person
Frau mit Kopftuch	Hidschab Hijab Mantilla Person Tichel
Person im Smoking	Anzug Bräutigam formell Mann vornehm
Person mit Schleier	Braut mit Schleier Gesicht Hochzeit
schwangere Frau
schwangerer Mann	aufgebläht Bauch dick Person überfressen
schwangere Person	aufgebläht dicker Bauch Schwangerschaft überfressen zu viel gegessen
Stillen	Baby Brust Frau Person
Frau, die Baby die Flasche gibt	Eltern Flasche gebende Frau füttern Mama Milch
Mann, der Baby die Flasche gibt	Flasche gebender Mann füttern
Person, die Baby die Flasche gibt	Flasche gebende Person
Putte	Engel Gesicht Kind Märchen
Weihnachtsmann	Weihnachten
Weihnachtsfrau	Weihnachten
Weihnachtsperson	Gesicht mit Hut Santa Claus Weihnachten Weihnachtsfrau Weihnachtshut
Superheld(in)	Person Superheldin Superkräfte Superman Übermensch
Bösewicht	Bösewichtin Krimineller Person Superkräfte Superschurke
Magier(in)	Hexenmeister Magiker Person Zauberer Zauberin
Märchenfee	Elfe Fantasy geflügelt mystisch Person
Vampir	Blutsauger Dracula Halloween Person Reißzähne
Wassermensch	Märchen Meerjungfrau Meermann Nixe Person
Elf(e)	Elben Elbin Elfe Fantasy Herr der Ringe
Flaschengeist	Aladdin Aladin Dschinn Person Wunderlampe
Zombie	Apokalypse Halloween Horror Person Untoter
Troll	Fantasy gruslig Kobold Märchen Monster
Person, die eine Kopfmassage bekommt	Behandlung entspannen Kopfschmerzen Migräne Salon
Person beim Haareschneiden	Friseurin Friseuse Frisörin Frisur Haarschnitt
Fußgänger(in)	Fußgängerin gehend Person schlendern schlurfen
Fußgänger(in): nach rechts	Fußgängerin gehend Person schlendern schlurfen
stehende Person	Mensch Stand
kniende Person	Fersensitz Meditation meditieren Mensch Seiza
kniende Person: nach rechts	Fersensitz Meditation meditieren Mensch Seiza
Person mit Langstock	Barrierefreiheit Person mit Blindenstock
Person mit Langstock: nach rechts	Barrierefreiheit Person mit Blindenstock
Mann mit Langstock	Barrierefreiheit Behinderung Mann mit Blindenstock Mann mit Gehstock Mensch
Frau mit Langstock	Barrierefreiheit Behinderung Frau mit Blindenstock Frau mit Gehstock Mensch
Person in elektrischem Rollstuhl	Barrierefreiheit
Person in elektrischem Rollstuhl: nach rechts	Barrierefreiheit
Mann in elektrischem Rollstuhl	Barrierefreiheit Behinderung Mann in Rollstuhl Mensch Person
Frau in elektrischem Rollstuhl	Barrierefreiheit Behinderung Frau in Rollstuhl Mensch Person
Person in manuellem Rollstuhl	Barrierefreiheit
Person in manuellem Rollstuhl: nach rechts	Barrierefreiheit
Mann in manuellem Rollstuhl	Barrierefreiheit Behinderung Mann in Rollstuhl Mensch Person
Frau in manuellem Rollstuhl	Barrierefreiheit Behinderung Frau in Rollstuhl Mensch Person
laufende Person	eilig joggen Läuferin Marathon rennen
laufende Person: nach rechts	eilig joggen Läuferin Marathon rennen
tanzende Frau	elegant festlich Flair Flamenco Salsa
tanzender Mann	elegant festlich Flair Flamenco Salsa
schwebender Mann im Anzug	geschäftlich
Personen mit Hasenohren	Bunnys doppelt Leute Party seelenverwandt
Person in Dampfsauna	abschalten Dampfbad entspannen Frau luxuriös
Bergsteiger(in)	Fels Kletterer klettern Person Sport
Fechter(in)	fechten Schwert Sport
Pferderennen	Jockey auf Pferd schnell Sport um die Wette wetten
Skifahrer(in)	Schnee Skifahrerin Sport
Snowboarder(in)	Snowboarden Snowboarderin Sport
Golfer(in)	Abschlagplatz Golferin Golfspielerin Person Sportlerin
Surfer(in)	Person Surfboard Surfbrett Surfen Surferin
Person im Ruderboot	Angeln Kanu Paddel Rudern Sport
Schwimmer(in)	Kraulen Person Pool Schwimmbecken Schwimmen
Person mit Ball	Basketballer Basketballspielerin Dribbeln Sportlerin
Gewichtheber(in)	Gewichtheberin Hantel Muskeln Person schwer
Radfahrer(in)	Fahrrad Person radeln Radfahren Radfahrerin
Mountainbiker(in)	Fahrrad Mountainbikerin Mountainbiking Person Radfahren
Rad schlagende Person	Akrobatik Bodenturnen Gymnastik Radschlag Sport
Ringer(in)	Catchen Catcher Person ringen Ringkampf
Wasserballspieler(in)	Person Schwimmsport Sportlerin Wasserballspielerin Wassersport
Handballspieler(in)	Handballerin Handballspielerin Person schleudern Sportler
Jongleur(in)	Artistin geschickt Jongleurin Jongleuse jonglieren
Person im Lotossitz	burmesischer Sitz Frau Meditation Person in Lotussitz Schneidersitz
badende Person	Badewanne Badezimmer Dusche entspannen
im Bett liegende Person	gute Nacht Heia müde Nachtruhe schlaf schön
sich an den Händen haltende Personen	Händchen halten Hände halten Menschen Paar Pärchen
Händchen haltende Frauen	Paar
Mann und Frau halten Hände	Händchen halten Paar
Händchen haltende Männer	Paar Zwillinge
sich küssendes Paar	Frau Herz Mann
Liebespaar	Frau Herz Mann
sprechender Kopf	Gesicht Silhouette Sprechende Person
Silhouette einer Büste	Person
Silhouette mehrerer Büsten	Personen
sich umarmende Personen	Abschied Danke drücken Drücker Freundschaft
Familie	Junge Kind Mutter Vater
Familie: 2 Erwachsene, 1 Kind	Erwachsener
Familie: 2 Erwachsene, 2 Kinder	Erwachsener
Familie: 1 Erwachsene(r), 1 Kind	Erwachsener
Familie: 1 Erwachsene(r), 2 Kinder	Erwachsener
Fußabdrücke	auf dem Weg
Affengesicht	Banane Dschungel Tier Zoo
Affe	Tier
Gorilla	Affe Gesicht Tier
Orang-Utan	Affe Tier
Hundegesicht	Tier treu Wau wuff
Hund	Haustier wau wuff
Blindenhund	Barrierefreiheit Behinderung sehbehindert Tier
Assistenzhund	Barrierefreiheit Behinderung Tier
Pudel	Hund Tier
Wolf	Tier Wolfsgesicht
Fuchs	Fuchsgesicht Tier
Waschbär	klug neugierig schlau Tier
Katzengesicht	Miau Miezekatze Tier
Katze	Haustier miau
schwarze Katze	miau Pech schwarzer Kater Tier Unglück
Löwe	Löwengesicht Sternzeichen Tierkreis
Tigergesicht	Raubkatze Tier
Tiger	Tier
Leopard	gepunktet Raubkatze Raubtier Zoo
Pferdegesicht	Pferdekopf Tier
Elch	Geweih Säugetier
Esel	austreten Dickschädel Dummkopf Maultier Säugetier
Pferd	Rennen Rennpferd Tier
Einhorn	Einhorngesicht
Zebra	streifen tier
Hirsch	Gesicht Tier
Bison	Büffel Herde Ochse Tier Wisent
Kuhgesicht	Tier
Ochse	Kuh Sternzeichen Stier Tierkreis
Wasserbüffel	Tier
Kuh	Bauernhof muh Tier
Schweinegesicht	Tier
Schwein	Bauernhof Sau Tier
Wildschwein	Eber Tier
Schweinerüssel	Nase Tier
Widder	Schaf Sternzeichen Tierkreis
Schaf	Bock mäh Tier Widder Wolle
Ziege	Steinbock Sternzeichen Tierkreis
Dromedar	einhöckrig Kamel Tier Wüste
Kamel	Tier Wüste zweihöckrig
Lama	Alpaca Alpaka Anden Kamel Tier
Giraffe	flecken tier
Elefant	Tier
Mammut	Aussterben groß Natur Stoßzahn Tier
Nashorn	Rhinozeros Tier
Nilpferd	Flusspferd Hippo Tier
Mäusegesicht	Mausgesicht Nagetier
Maus	Nage Tier
Ratte	Nagetier
Hamster	Hamstergesicht Tier
Hasengesicht	Kaninchen Karnickel Langohr Mümmelmann Nager
Hase	Kaninchen Karnickel Mümmelmann Nagetier
Streifenhörnchen	Tier
Biber	Biberschwanz Biberzahn Damm Natur Otter
Igel	stachelig stacheln tier
Fledermaus	Tier Vampir
Bär	Bärengesicht Tier
Eisbär	Arktis Nordpol weiß
Koala	Koalabär Koalagesicht Tier
Panda	Pandabär Pandagesicht Tier
Faultier	langsam träge
Otter	fischen Tier verspielt
Stinktier	Skunk stinken
Känguru	Australien Beuteltier Down Under hüpfen Quokka
Dachs	Dachse Frechdachs Honigdachs Ratel Tier
Tatzenabdrücke	Tier
Truthahn	Geflügel Pute Thanksgiving
Huhn	Geflügel Henne Tierkopf
Hahn	Tier
schlüpfendes Küken	Küken in Eierschale Piep Tier Vogel
Küken	Kükenkopf Tier
Küken von vorne	Geflügel Küken in Frontansicht Tier
Vogel	Papagei Taube Tier Vogelkopf
Pinguin	Pinguinkopf Tier Vogel
Taube	fliegen Friedenstaube Vogel
Adler	Tier Vogel
Ente	Tier Vogel
Schwan	hässliches Entlein Tier Vogel
Eule	Raubvogel Tier Uhu weise
Dodo	Aussterben Dronte groß Mauritius Natur
Feder	federleicht Federn fliegen Gefieder Vogelfeder
Flamingo	bunt farbenfroh rosa Tier Tropen
Pfau	bunt stolzieren Tier Vogel
Papagei	ausplaudern Pirat plappern sprechen Tier
Flügel	Engelsflügel Federn fliegen himmlisch Mythologie
schwarzer Vogel	Amsel krächzen Krähe Rabe Schnabel
Gans	blöd dumme Gans Gänserich Ganter Geflügel
Phönix	Asche Fabelwesen Fantasy Feuervogel Reinkarnation
Frosch	Froschgesicht grün quak Tier
Krokodil	Reptil Schnappi Tier
Schildkröte	Tier
Eidechse	Reptil
Schlange	Schlangenträger Sternzeichen Tierkreis
Drachengesicht	Märchen Tier
Drache	chinesisch Neujahr Märchen Tier
Sauropode	Brachiosaurus Brontosaurus Dinosaurier Diplodocus
T-Rex	dinosaurier tree Tyrannosaurus Rex
blasender Wal	Meer Ozean Tier
Wal	Ozean Tier
Delfin	Meer Ozean Strand Tier
Seehund	Meer Ozean Robbe Seelöwe Tier
Fisch	Aquarium Fische Meehr Sternzeichen Tierkreis
Tropenfisch	Tier
Kugelfisch	kugelrund Meer Tier
Hai	Haifisch Meer Tier
Oktopus	Krake Meer Tier Tintenfisch
Schneckenhaus	Muschel Strand Tier
Koralle	Great Barrier Reef Klimawandel Korallenriff Meer Ozean
Qualle	autsch brennen Gallert Glibber Meeresbewohner
Krebs	Krabbe Meer Sternzeichen Strand Tierkreis
Hummer	Lobster Meeresfrüchte Meerestier Scheren
Garnele	Gourmet Krustentier Meeresfrucht Shrimp
Tintenfisch	Kalmar Tier
Auster	Meer Muschel Perle tauchen Tier
Schnecke	langsam Tier
Schmetterling	Insekt schön
Raupe	gefräßig Insekt Tier
Ameise	Insekt Tier
Biene	Honigbiene Hummel Insekt Maja Natur
Käfer	Insekt Krabbeltier Minzkäfer Wanze
Marienkäfer	Glückskäfer Insekt krabbel Punkte Tier
Grille	grashüpfer Heuschrecke insekt tier zikade
Kakerlake	Insekt Käfer krabbeln Krabbeltier Küchenschabe
Spinne	Insekt Tier
Spinnennetz
Skorpion	Horoskop Sternzeichen Tierkreis
Mücke	Fieber Insektenbiss Insektenstich Krankheit Malaria
Fliege	fliegen Insekt Krankheit Made Mücke
Wurm	Insekt Natur Parasit Regenwurm Ringelwurm
Mikrobe	Amöben Bakterien Einzeller Medizin Virus
Blumenstrauß	Bouquet
Kirschblüte	Blume Kirsche Pflanze
Blumenstempel
Lotusblüte	Buddhismus Erleuchtung Gleichmut Hinduismus Liebe
Rosette	Pflanze
Rose	Blume Blüte Pflanze
welke Blume	am sterben sterbend verwelkt welkende Blume
Hibiskus	Blume Blüte Pflanze Rosa
Sonnenblume	Blüte Pflanze
gelbe Blüte	Blume Pflanze
Tulpe	Blume Blüte Pflanze
Hyazinthe	blaue Wiesenlupine blühen Blume Blüte Frühling
Spross	junge Pflanze
Topfpflanze	Dekor Grünpflanze Haus pflegen wachsen
Nadelbaum	Pflanze Tannenbaum
Laubbaum	Blätter grün Pflanze Wald
Palme	Baum Kokusnuss Oase Pflanze Strand
Kaktus	Dürre Natur Pflanze Trockenzeit Wüste
Reisähre	Reispflanze
Kräuter	Blätter Pflanze
Kleeblatt	grün Pflanze
Glücksklee	Pflanze Silverster Vierblättriges Kleeblatt
Ahornblatt	Herbst Laub Pflanze
Laub	Blätter Fallendes Laub Herbst Pflanze
Blätter im Wind	Laub Pflanze
leeres Nest	Heim Nestbau nisten Vogelnest Zuhause
Nest mit Eiern	Heim Nest mit blauen Eiern Nestbau nisten Vogelnest
Fliegenpilz	giftig
Trauben	Frucht Obst Wein
Honigmelone	cantaloupe Frucht Obst
Wassermelone	Frucht Obst
Mandarine	Apfelsine Frucht Obst Orange Vitamin
Zitrone	Obst sauer Zitrusfrucht
Limette	Cocktail Essen Obst Saft sauer
Banane	Frucht Obst Schale
Ananas	Frucht Obst
Mango	Essen Früchte Obst Shaker tropisch
roter Apfel	Frucht Obst
grüner Apfel	Frucht gesund Obst
Birne	Frucht Obst
Pfirsich	Frucht Obst
Kirschen	Frucht Obst
Erdbeere	Essen Frucht Obst
Blaubeeren	Essen Frucht Heidelbeeren Lebensmittel Nahrung
Kiwi	Frucht Obst
Tomate	Essen Gemüse Obst
Olive	Essen grün Lebensmittel Nahrung Olivenöl
Kokosnuss	Colada Essen Frucht Palme Piña
Avocado	Essen Frucht
Aubergine	Gemüse
Kartoffel	Essen Gemüse
Karotte	Gemüse Möhre Mohrrübe
Maiskolben	Gemüse
Peperoni	Chili Paprika Pfeffer Pflanze scharf
Paprika	Essen Gemüsepaprika grün Lebensmittel Nahrung
Gurke	Essen Gemüse Scheiben
Blattgemüse	blattgrün Essen Grünkohl Grünzeug Kraut
Brokkoli	Broccoli essen Gemüsekohl
Knoblauch	Essen Geschmack Lebensmittel Nahrung Würze
Zwiebel	Essen Geschmack Gewürz Lebensmittel Nahrung
Erdnuss	Essen
Bohnen	Essen Gemüse Hülsenfrucht Kidney-Bohne Kidneybohne
Kastanie	Marone
Ingwer	gesund Gewürz Ginger Ale Ingwerbier scharf
Erbsenschote	Bohne Edamame Essen Gemüse Hülsenfrüchte
brauner Pilz	Essen Fungus Gemüse Lebensmittel Natur
Brot	Brotlaib Essen Kohlenhydrate Laib Brot Toast
Croissant	Corissant französisch Frühstückshörnchen
Baguette	Brot französisch Frühstück
Fladenbrot	Arepa Essen Lavasch Lebensmittel Naan
Brezel	brezen brezn essen gedreht oktoberfest
Bagel	Bäckerei Backwaren Brötchen Essen Frühstück
Pfannkuchen	Crepe Eierpfannkuchen Essen
Waffel	Essen Lebensmittel Nahrung Waffel mit Butter
Käsestück
Fleischhachse	Knochen Restaurant
Hähnchenschenkel	Fleisch Geflügel Hühnerbein Restaurant
Fleischstück	essen Lammkotelett rot Schnitzel Schweinekotelett
Bacon	Essen Frühstücksspeck Speckstreifen
Hamburger	Fast Food Restaurant
Pommes frites	Fritten
Pizza	Pizzastück Pizzeria
Hotdog	Essen Frankfurter Hot Dog Würstchen
Sandwich	brot essen
Taco	Essen mexikanisch
Burrito	essen mexikanisch
Tamale	Burrito eingewickelt Essen Lebensmittel mexikanisch
Döner	Döner Kebab Falafel Wrap
Falafel	Essen Fleischbällchen Kichererbsen Lebensmittel Nahrung
Ei	Frühstücksei
Spiegelei in Bratpfanne	braten Kochen
Pfannengericht	Essen Paella Reispfanne
Topf mit Essen	Eintopf Gericht Schüssel Suppe
Fondue	Essen geschmolzen Käse Schokolade schweizerisch
Schüssel mit Löffel	Cerealien essen Frühstück haferbrei Reisbrei
Salat	Blattgemüse Essen gesund grün
Popcorn	Kino Snack
Butter	Essen Lebensmittel Milchprodukt Nahrung
Salz	gesalzen Geschmack Gewürz salzig Salzstreuer
Konserve	Büchse Dose essen
Bento-Box	Japanisches essen Sushi
Reiscracker
Reisbällchen	Essen japanisch
Reis in Schüssel	Essen
Reis mit Curry
Schüssel und Essstäbchen	chinesisches Essen dampfend Eiernudeln Suppe
Spaghetti	Essse Nudeln mit Tomatensoße Pasta Restaurant
geröstete Süßkartoffel	Essen Gemüse
Oden	japanisches Gericht Restaurant
Sushi	japanisches Gericht Restaurant
frittierte Garnele	Restaurant tempura
Fischfrikadelle	Restaurant Spirale
Mondkuchen	Essen Festival Herbst Mondfest Pinyin
Dango	japanisches Gericht Restaurant
Teigtasche	chinesische Teigtasche dumpling empanada essen Gyōza
Glückskeks	essen Prophezeiung
Takeaway-Schachtel	chinesisches essen stäbchen Takeaway-Box
Softeis
Wassereis	Sorbet zerstoßen
Eiscreme	Eisbecher Eisdiele
Donut	Doughnut Essen Kuchen süß
Keks	Cookie Plätchen
Geburtstagskuchen	Essen feier Geburtstagstorte happy birthday kerzen
Torte	Kuchenstück Stück Torte Tortenstück
Cupcake	Bäckerei Dessert Essen Gebäck Kalorienbombe
Kuchen	Essen Füllung Gebäck Pastete Torte
Schokoladentafel	Essen Süßigkeit
Bonbon	Süßigkeit
Lutscher	Lolli Süßigkeit
Pudding	Dessert Flan Nachspeise Nachtisch Schokolade
Honigtopf	süß
Babyflasche	Fläschchen Kind Milch trinken
Glas Milch	Getränk trinken
Heißgetränk	Cafe dampfend Kaffee Tasse Tee
Teekanne	Getränk Lebensmittel Tee brühen Teekrug trinken
Teetasse ohne Henkel	Getränk grüner Tee Oolong Schale
Sake-Flasche mit Tasse	Getränk Sake-Flasche und -tasse trinken
Flasche mit knallendem Korken	Champagner Getränk Sekt trinken
Weinglas	Alkohol Bar
Cocktailglas	Bar Drink martini
Cocktail	Bar exotisches Getränk
Bierkrug	Bar Oktoberfest prost Weizenbier
Bierkrüge	anstoßen Oktoberfest prosit prost Weizen
Sektgläser	anstoßen feiern Getränk prost
Trinkglas	Bar Schnaps Whiskey
Flüssigkeit ausgießen	ausleeren Getränk Glas Missgeschick tropfende Flüssigkeit
Becher mit Strohhalm	brause erfrischung Saft Selters soda
Bubble Tea	Blase Essen Getränk Lebensmittel Milch
Trinkpäckchen	Fruchtsaft Getränk Obstsaft Saftpackung
Mate-Tee	Getränk
Eiswürfel	Eisberg gefroren kalt kühlen
Essstäbchen	chinesisches essen Hashi japanisches essen
Teller mit Messer und Gabel	Geschirr kochen
Messer und Gabel	Abendessen Besteck Frühstück Gabel und Messer Geschirr
Löffel	Besteck
Küchenmesser	schneiden
Einmachglas	Essen Gewürzglas leerer Behälter leeres Einweckglas leeres Glas
Amphore	Gefäß kochen Krug Sternzeichen Tierkreis
Globus mit Europa und Afrika	Erde Weltkugel
Globus mit Amerika	Erde Nordamerika Südamerika Weltkugel
Globus mit Asien und Australien	Erde Weltkugel
Globus mit Meridianen	Breitengrad Längengrad
Weltkarte	Landkarte reisen
Umriss von Japan	Karte
Kompass	Himmelsrichtung magnetisch Navigation Orientierung Windrose
schneebedeckter Berg	Gebirge kalt
Berg	Gebirge
Vulkan	Berg Lava Vulkanausbruch Wetter
Fuji	Berg Vulkan
Camping	campen zelten
Strand mit Sonnenschirm	Meer
Wüste	heiß
einsame Insel	Meer Palme Strand verlassen
Nationalpark	Berg Fluss Natur Schutzgebiet
Stadion	Arena
antikes Gebäude	klassizistisch
Kran	bauen
Ziegelstein	bauen Grenze Klinker Mauerwerk Mörtel
Felsen	felsig hart Natur schwer steinig
Holz	Baumstamm Feuerholz holzig Holzscheite Lagerfeuer
Hütte	Behausung Gebäude Jurte Objekt Rundhaus
Wohnhäuser	Dorf Gebäude Wohnsiedlung
verfallenes Haus	Gebäude heruntergekommen Verlassenes Haus
Haus	Gebäude Zuhause
Haus mit Garten	Haus mit Baum
Bürogebäude	Hochhaus
japanisches Postgebäude
Postgebäude	Europäisches Postgebäude
Krankenhaus	Ambulanz Arzt Gebäude Medizin Notaufnahme
Bank	Gebäude Geld
Hotel	Gebäude übernachten Unterkunft
Stundenhotel	Gebäude Liebe Unterkunft
Minimarkt	einkaufen Gebäude Geschäft Lebensmittel
Schule	Schulgebäude
Kaufhaus	einkaufen Gebäude Geschäft shoppen
Fabrik	Fabrikgebäude
japanisches Schloss	Bauwerk Gebäude
Schloss	Bauwerk Burg europäisch Gebäude Märchenschloss
Hochzeit	Herz Kirche
Tokyo Tower	Fernsehturm Tokio
Freiheitsstatue	Amerika
Kirche	Christentum christlich Gebäude Kreuz Religion
Moschee	Islam Moslem Muslim Religion
Hindutempel	Gebäude
Synagoge	Jude jüdisch Religion Tempel
Shinto-Schrein	Religion
Kaaba	Hajj Islam Moslem Muslim Religion
Springbrunnen	Garten Park
Zelt	Campingurlaub Zeltplatz
neblig	Nebel Wetter
Sternenhimmel	City Hochhäuser Nacht Skyline Stadt
Skyline	Gebäude Großstadt Hochhäuser Wolkenkratzer
Sonnenaufgang über Bergen
Sonnenaufgang über dem Meer
Abendstimmung in der Stadt	Hochhäuser New York Skyline Sonnenaufgang Sonnenuntergang
Sonnenuntergang in der Stadt	Großstadt Hochhäuser Morgenrot Sonnenaufgang Wolkenkratzer
Brücke vor Nachthimmel	Golden Gate nachts
heiße Quellen	dampfend
Karussellpferd	reiten
Spielplatzrutsche	Rutschbahn spielen Vergnügungspark
Riesenrad	Freizeitpark Volksfest
Achterbahn	Freizeitpark Volksfest
Barbershop-Säule	Herrenfriseur
Zirkuszelt	Unterhaltung
Dampflokomotive	Bahn Fahrzeug Schiene Zug
Eisenbahnwagen	Fahrzeug Straßenbahnwagen Tram Waggon Wagon
Hochgeschwindigkeitszug mit spitzer Nase	ICE Shinkansen TGV
Hochgeschwindigkeitszug	Bahn Japan Shinkansen
Zug	Eisenbahn ICE
U-Bahn	Metro
S-Bahn	ICE Monorail Zug
Bahnhof	Zug
Straßenbahn	Tram Verkehrsmittel
Einschienenbahn	Magnetschwebebahn Monorail
Bergbahn	Bimmelbahn Zug
Straßenbahnwagen	Tramwagen Transport Verkehrsmittel Waggon
Bus	Fahrzeug Schulbus
Bus von vorne	Verkehrsmittel Vorderansicht Bus
Oberleitungsbus	Straßenbahn Trolleybus
Kleinbus	Fahrzeug
Krankenwagen	Ambulanz Notfall
Feuerwehrauto	Brand Löschfahrzeug
Polizeiwagen	Streifenwagen
Polizeiwagen von vorne	Streifenwagen
Taxi	Auto Fahrzeug
Taxi von vorne	Auto fahren gelb Vorderansicht Taxi
Auto	fahren Fahrzeug rot Verkehr
Auto von vorne	Automobil Fahrzeug rot Vorderansicht Auto
Wohnmobil	Auto blau fahren verreisen
Pick-up	Auto fahren Fahrzeug Laster Lastwagen
Lieferwagen	Lastwagen LKW
Sattelzug	Lastwagen LKW umziehen ziehen um
Traktor	Bauernhof Landwirtschaft Trecker
Rennauto	Autorennen
Motorrad	Moped Motorrennen
Motorroller	Motoroller Vespa
manueller Rollstuhl	Barrierefreiheit Behinderung
elektrischer Rollstuhl	Barrierefreiheit Behinderung
Autorikscha	Fahrzeug Tuk-Tuk
Fahrrad	BMX Radeln Radler Spinning
Tretroller
Skateboard	Brett Räder Skateboard fahren skaten Skater
Rollschuh	Rollen Rollerskate Rollschuh laufen Sport
Bushaltestelle
Autobahn	Schnellstraße
Bahngleis	Gleise Schienen
Ölfass
Tanksäule	Benzin tanken Tankstelle
Autorad	Autoreifen drehen Reifen mit Felgen rotieren
Polizeilicht	Sirene
horizontale Verkehrsampel	vertikal
vertikale Verkehrsampel	horizontal
Stoppschild	achteckig
Baustellenabsperrung	Baustellenschild
Anker	Hafen Meer
Rettungsring	Leben retten Lebensretter Schwimmring Sicherheit
Segelboot
Kanu	Boot Wassersport
Schnellboot	Luxus See Sommer Wasser Yacht
Passagierschiff	Aida Rundreise Seereise Traumschiff
Fähre	Schiff
Motorboot	Schiff
Schiff	Dampfer Kreuzfahrtschiff Traumschiff
Flugzeug	Flieger
kleines Flugzeug	Privatjet
Abflug	fliegen Flughafen Start eines Flugzeugs
Landung eines Flugzeugs	Ankunft Flieger Flughafen landen
Fallschirm	Fallschirmspringen Paragliding Skydiving Sport
Sitzplatz	Bus Flugzeug Zug
Hubschrauber	fliegen Helikopter reisen
Schwebebahn	Hängebahn
Bergschwebebahn
Bergseilbahn	Gondel
Satellit	Sputnik Weltraum
Rakete	All Weltraum
fliegende Untertasse	Alien Außerirdisch UFO
Rezeptionsklingel
Gepäck	Ballast Hartschalenkoffer Reise Trolley-Tasche
Sanduhr	Prozess Vorgang läuft Zeit
laufende Sanduhr	Prozess Vorgang läuft
Armbanduhr	Zeit
Wecker	Uhrzeit
Stoppuhr	Zeit
Zeitschaltuhr	Timer
Kaminuhr	tick tack
Ziffernblatt 12:00 Uhr	Mittag Mitternacht Ziffernblatt 12.00 Uhr zwölf Uhr
12:30 Uhr	00:30 halb eins Zeit Ziffernblatt 12:30 Uhr Ziffernblatt 12.30 Uhr
1:00 Uhr	01:00 13:00 Punkt eins Zeit Ziffernblatt 1:00 Uhr
1:30 Uhr	1 Uhr 30 halb zwei Ziffernblatt 1:30 Uhr Ziffernblatt 1.30 Uhr
2:00 Uhr	Zeit Ziffernblatt 2:00 Uhr Ziffernblatt 2.00 Uhr
2:30 Uhr	halb drei Zeit Ziffernblatt 2:30 Uhr Ziffernblatt 2.30 Uhr
3:00 Uhr	Zeit Ziffernblatt 3:00 Uhr Ziffernblatt 3.00 Uhr
3:30 Uhr	halb vier Ziffernblatt 3:30 Uhr Ziffernblatt 3.30 Uhr
4:00 Uhr	Zeit Ziffernblatt 4:00 Uhr Ziffernblatt 4.00 Uhr
4:30 Uhr	04:30 16:30 halb fünf Zeit Ziffernblatt 4:30 Uhr
5:00 Uhr	05:00 17:00 Punkt fünf Zeit Ziffernblatt 5:00 Uhr
5:30 Uhr	05:30 17:30 halb sechs Ziffernblatt 5:30 Uhr Ziffernblatt 5.30 Uhr
6:00 Uhr	Zeit Ziffernblatt 6:00 Uhr Ziffernblatt 6.00 Uhr
6:30 Uhr	halb sieben Ziffernblatt 6.30 Uhr
7:00 Uhr	Ziffernblatt 7:00 Uhr Ziffernblatt 7.00 Uhr
7:30 Uhr	halb acht Zeit Ziffernblatt 7:30 Uhr Ziffernblatt 7.30 Uhr
8:00 Uhr	um 8 Zeit Ziffernblatt 8:00 Uhr Ziffernblatt 8.00 Uhr
8:30 Uhr	halb neun Ziffernblatt 8:30 Uhr Ziffernblatt 8.30 Uhr
9:00 Uhr	Zeit Ziffernblatt 9:00 Uhr Ziffernblatt 9.00 Uhr
9:30 Uhr	halb zehn Zeit Ziffernblatt 9:30 Uhr Ziffernblatt 9.30 Uhr
10:00 Uhr	Zeit Ziffernblatt 10:00 Uhr Ziffernblatt 10.00 Uhr
10:30 Uhr	halb elf Ziffernblatt 10:30 Uhr Ziffernblatt 10.30 Uhr
11:00 Uhr	Zeit Ziffernblatt 11:00 Uhr Ziffernblatt 11.00 Uhr
11:30 Uhr	halb zwölf Zeit Ziffernblatt 11:30 Uhr Ziffernblatt 11.30 Uhr
Neumond
erstes Mondviertel	zunehmend
zunehmender Halbmond
zweites Mondviertel	zunehmend
Vollmond
drittes Mondviertel	abnehmend
abnehmender Halbmond
letztes Mondviertel	abnehmend Nacht
Mondsichel	Nacht
Neumond mit Gesicht	Mondgesicht
Mondsichel mit Gesicht links	Weltall
Mondsichel mit Gesicht rechts	Nacht
Thermometer	Temperatur Wetter
Sonne	Sonnenstrahlen sonnig Wetter
Vollmond mit Gesicht
Sonne mit Gesicht	Sonnengesicht Sonnenschein
Ringplanet	Gasplanet Himmelskörper Saturn
weißer mittelgroßer Stern	astronomie gelber Stern Himmel
funkelnder Stern	glitzern
Sternschnuppe	Himmel
Milchstraße	Galaxie Universum
Wolke	Wetter wolkig
Sonne hinter Wolke	wolkig
Wolke mit Blitz und Regen	Gewitter Wetter wolkig
Sonne hinter kleiner Wolke	bewölkt kleine Wolke Wetter
Sonne hinter großer Wolke	bewölkt große Wolke Wetter
Sonne hinter Regenwolke	Wetter
Wolke mit Regen	Regenwolke Wetter
Wolke mit Schnee	kalt Wetter
Wolke mit Blitz	Gewitter Wetter
Wirbelsturm	Tornado Wetter
Nebel	neblig Wetter
Wind	Wetter windig
Wirbel	Spirale Wirbelsturm
Regenbogen	Wetter
geschlossener Regenschirm
Regenschirm	Bekleidung Wetter
Regenschirm im Regen
aufgestellter Sonnenschirm	Strand
Hochspannung	Blitz Elektrizität Gefahr Gewitter Hochspannungszeichen
Schneeflocke	kalt schneien Wetter Winter
Schneemann im Schnee
Schneemann ohne Schneeflocken	kalt Winter
Komet	Weltall
Feuer	brennen Flamme heiß
Tropfen	Schweiß Träne Wassertropfen
Welle	Meer
Halloweenkürbis	Herbst Kürbislaterne
Weihnachtsbaum	Tanne Weihnachten
Feuerwerk	Silvester
Wunderkerze	Feiern Feuerwerk Party
Feuerwerkskörper	Dynamit Explosion explosiv Funken knallen
funkelnde Sterne	*
Luftballon	Feier Geburtstag
Konfettibombe	Böller Feier juhu Knaller Party
Konfettiball	Feier Party
Tanabata-Baum	Japan Sternenfest Zettel
Piniendekoration	Japan Neujahrsfest
japanische Puppen	Puppenfest Japan
traditionelle japanische Windsäcke	Feier Karpfen
japanisches Windspiel	Bimmel Feier Glocke
traditionelles Mondfest	Japan
roter Umschlag	Geld Geschenk Glück Hong Bao Hongbao
pinke Schleife	Feier Geschenk rosa
Geschenk	Feier Geburtstag Schachtel Schleife Überraschung
Gedenkschleife
Eintrittskarten	Billet Ticket
Ticket	Konzert Unterhaltung
Militärorden
Pokal	Bundesliga Champion gewinnen Preis Sieger
Sportmedaille	Gewinn Goldmedaille
Goldmedaille	Erster Gewinn Medaille 1. Platz
Silbermedaille	Medaille 2. Platz Zweiter
Bronzemedaille	Dritter Medaille 3. Platz
Fußball	Bundesliga Messi
Baseball
Softball	Baseball Handschuh Sport Unterarm werfen
Basketball	Korb Sport
Volleyball	Sport
Football	American Football Amerika Sport Super Bowl
Rugbyball	Sport
Tennisball	Sport
Frisbee	Disc Disk fliegende Untertasse Scheibe Ultimate
Bowling	Bowlingkugel Spiel
Kricket	Ball Cricket Schläger
Feldhockey	Schläger
Eishockey	Puck Schläger
Lacrosse	Ball Schläger Sport Stick Stock
Tischtennis	Ball Ping Pong Schläger Spiel Sport
Badminton	Federball Schläger
Boxhandschuh	Boxen Sport
Kampfsportanzug	Judo Kampfkunst Karate Taekwondo
Tor	Fußball Netz Sport
Golffahne	Golfplatz
Schlittschuh	Eislauf
Angel mit Fisch	Angeln Entspannung
Tauchmaske	schnorcheln schwimmen Sporttauchen
Laufshirt	Laufen Laufshirt mit Schärpe Sport
Ski	Ski und Stöcke
Schlitten	Rodeln Schnee
Curlingstein	Spiel Sport
Darts	Pfeil Spiel Volltreffer Zielscheibe
Jo-Jo	Spielzeug Yo-Yo
Drachen	hochfliegen steigen Wind
Wasserpistole	Revolver Waffe
Billardkugel	8-Ball schwarz Spiel
Kristallkugel	Wahrsager Zukunft
Zauberstab	Abrakadabra Hexer Magie magisch Wunder
Gamepad	Gaming Unterhaltung Videospiel
Joystick	Gaming Videospiel
Spielautomat	Glücksspiel
Spielwürfel	Casino Unterhaltung würfeln Zufall
Puzzleteil	Bestandteile Hinweise Hobby puzzeln Puzzlestück
Teddybär	Kuscheltier Plüschteddy Plüschtier Spielwaren Spielzeug
Piñata	Feier Hau drauf mexikanisch Mexiko Objekt
Discokugel	Lichtreflexe Party Spiegelkugel tanzen
Matroschka	Babuschka Matrioschka Matrjoschka Puppe Russland
Pik	Kartenspiel
Herz	Kartenspiel
Karo	Kartenspiel
Kreuz	Kartenspiel
Bauer Schach
Jokerkarte	Spielkarte
Mahjong-Stein	roter Drache Spiel
japanische Blumenkarte	Hanafuda
Masken	Kunst Theater Unterhaltung
gerahmtes Bild	Gemälde Kunst malen Rahmen zeichnen
Mischpalette	Farben Künstler
Faden	Nadel nähen Nähfaden Nähgarn Rolle
Nähnadel	einfädeln Nadel und Faden nähen Nähte schneidern
Wollknäuel	Ball Garn häkeln spinnen stricken
Knoten	Achterknoten binden Schnürsenkel Seemansknoten Segelboot
Brille	Accessoire
Sonnenbrille	Augen dunkel
Schutzbrille	Augenschutz schweißen Schweißerbrille schwimmen tauchen
Laborkittel	Arztkittel Doc Doktor Experiment Kleidungsstück
Sicherheitsweste	Kleidung Notfall
Hemd mit Krawatte	Kleidung Kragen Schlips
T-Shirt	Kleidung
Jeans	Hose Kleidung
Schal	Hals kalt Kleidung warm anziehen
Handschuhe
Mantel	brr Jacke kalt Kleidung warm anziehen
Socken	strümpfe
Kleid	Kleidung
Kimono	japanisch Kleidung
Sari	Kleidung
einteiliger Badeanzug	Kleidung
Slip	Badeanzug Einteiler Kleidung Unterwäsche
Shorts	Badebekleidung Badehose Boxershorts Schwimmshorts
Bikini	Badeanzug Kleidung
Bluse	Damenmode Oberbekleidung Shirt
Faltfächer	Abkühlung flirten heiß kühlen Luft zufächeln
Geldbörse	Accessoire Brieftasche Münzen Portemonnaie
Handtasche	Accessoire einkaufen
Clutch	Accessoire Handtasche Kulturbeutel Waschtasche
Einkaufstüten	einkaufen shoppen Shopping Tasche
Schulranzen	Rucksack Schule Tornister
Zehensandale	Badelatschen Flipflops Strandschuh Zehensandalen
Herrenschuh	gehen
Sportschuh	laufen rennen Sneaker sportlich Turnschuh
Wanderstiefel	brauner Schuh campen Camping Kleidungsstück Outdoor
flacher Schuh	Ballerina Ballet-Pumps bequem Frauenschuh Kleidungsstück
Stöckelschuh	Absatzschuh Damen elegant High Heel Highheels
Damensandale	Schuh
Ballettschuhe	Kleidung Tanz
Damenstiefel	Schuh
Haarkamm	Afro Pick Haare kämmen
Krone	Königin Kopfbedeckung Majestät
Damenhut	Damenhut mit Schleife Kleidung Kopfbedeckung
Zylinder	Kopfbedeckung Unterhaltung Zauberer Zylinderhut
Doktorhut	Abschlussfeier Diplom
Baseballmütze	Baseball-Kappe Baseball-mütze Baseballkappe Schirmkappe
Militärhelm	Armee Heer Kämpferin Krieg Schutzhelm
Rettungshelm	bergen erste Hilfe Helm mit weißem Kreuz retten roter Helm
Gebetskette	beten Religion Rosenkranz
Lippenstift	Kosmetik Make-up makeup Rot Schminke
Ring	Diamantring Edelstein Schmuck Verlobung
Edelstein	Diamant
durchgestrichener Lautsprecher	leise psst stummgeschaltet
Lautsprecher mit geringer Lautstärke	eingeschaltet Ton an
Lautsprecher mit mittlerer Lautstärke	leise mittellaut Ton
Lautsprecher mit hoher Lautstärke	Dezibel Musik Schallwellen
Lautsprecher	Schallendes Megafon
Megafon	Jubel Lautsprecher
Posthorn	Brief E-Mail
Glocke	ding dong Klingeling Ton eingeschaltet
durchgestrichene Glocke	kein ton leise Ton ausgeschaltet
Notenschlüssel	Musik Partitur Violinschlüssel
Musiknote	Lied Melodie
Musiknoten
Studiomikrofon
Schieberegler	Musik
Drehregler	Bedienknöpfe Stellknöpfe
Mikrofon	Karaoke Singen Unterhaltung
Kopfhörer	Musik Unterhaltung
Radio	Musik
Saxofon	Musikinstrument
Trompete	Musikinstrument
Akkordeon	Akkordeons Concertina Musikinstrument Quetschkommoden Schifferklavier
Gitarre	Musikinstrument
Klaviatur	Klavier Musikinstrument Piano Tastatur Tasten
Geige	Musikinstrument Violine
Banjo	Musik Saiteninstrument Zupfinstrument
Trommel	Drumsticks Instrument Musik Schlägel Trommelstöcke
afrikanische Trommel	Conga Handtrommel Musikinstrument Rhythmus trommeln
Maracas	Cha-Cha-Cha Musikinstrument musizieren Party Percussion
Flöte	Band Blaskapelle Holzblasinstrument Musikinstrument musizieren
Mobiltelefon	Handy iPhone Smartphone telefonieren
Mobiltelefon mit Pfeil	Anrufen Handy iPhone Kommunikation WhatsApp
Telefon	anrufen Festnetz
Telefonhörer	anrufen Kommunikation
Pager	Kommunikation Piepser
Faxgerät	Kommunikation
Batterie	Akku
schwache Batterie	Akku fast leer Akku leer aufladen Batterie fast leer Batterie leer
Netzstecker	Stromstecker
Laptop	Bildschirm Computermonitor Notebook PC
Desktopcomputer	Bildschirm iMac Monitor
Drucker	Computer
Tastatur	Computer Keyboard
Computermaus
Trackball	Computer
Minidisc	MD Minidisk
Diskette	Datenträger
CD	Blu-Ray DVD
DVD	blu-ray CD computer
Abakus	Abaki Abakusse Berechnung Kalkulation Mathematik
Filmkamera	Kino Unterhaltung
Filmstreifen	Filmband Kino
Filmprojektor	Kino Unterhaltung
Filmklappe	Unterhaltung
Fernseher	Fernsehen Film TV
Fotoapparat	Fotos Kamera
Fotoapparat mit Blitz
Videokamera	filmen Videos
Videokassette	vhs
Lupe nach links	Suche Vergrößerungsglas
Lupe nach rechts	Suche Vergrößerungsglas
Kerze	Licht
Glühbirne	hell Idee Lampe Licht
Taschenlampe	Licht
rote Papierlaterne	Izakaya Japanische Laterne japanisches Lokal
Öllampe	Diya
Notizbuch mit dekorativem Einband
geschlossenes Buch
offenes Buch	Bibliothek blättern geöffnet lernen lesen
grünes Buch	lesen
blaues Buch
orangefarbenes Buch
Bücherstapel	Fantasie lesen Roman
Notizbuch	Notizen
Spiralblock	Notizblock
teilweise eingerolltes Blatt	Dokument Papier Seite
Schriftrolle	Papier
Vorderseite eines Blattes	Dokument Papier
Zeitung	Medien Nachrichten Presse
zusammengerollte Zeitung
Pagemarker	Notizen
Lesezeichen	Etikett Lesen
Etikett	Label Marke
Münze	bezahlen Dollar Euro Geld Goldesel
Geldsack	Moneten reich
Yen-Banknote	Geldschein
Dollar-Banknote	Geldschein Währung
Euro-Banknote	Euroschein Geldschein
Pfund-Banknote	Geldschein
Geldschein mit Flügeln	Bank Euro Knete Moneten
Kreditkarte	Bankkarte EC-Karte Geldkarte Guthaben
Beleg	Abrechnung Aufstellung Blatt Buchhalter Buchhaltung
steigende Kurve mit Yen-Zeichen	Diagramm Markt
Briefumschlag	E-Mail
E-Mail	Brief E-Mail-Symbol Post
eingehender Briefumschlag	E-Mail empfangen
Umschlag mit Pfeil	E-Mail gesendet
Postausgang	Ablage E-Mail
Posteingang	Ablage E-Mail
Paket	Päckchen
geschlossener Briefkasten mit Post	E-Mail
geschlossener Briefkasten ohne Post	keine E-Mail keine Post
offener Briefkasten mit Post	E-Mail
offener Briefkasten ohne Post	keine E-Mail keine Post
Briefkasten	Post
Urne mit Wahlzettel	Wahlen
Bleistift
schwarzer Federhalter	Füller Stift
Füllhalter	Füller Füllfedehalter Füllfederhalter schreiben Stift
Kugelschreiber	Stift
Pinsel	Kunst malen
Wachsmalstift	Buntstift Filzstift
Papier und Bleistift	Kurzmitteilung Nachricht Notiz Schreibblock schreiben
Aktentasche
Ordner	Akten Büro Dokument geschlossen
geöffneter Ordner	Dokument offen
Karteireiter	Akten Büroausstattung Büromaterial Karteibahnen Karteikarten
Kalender	Datum Kalenderblatt
Abreißkalender	Datum Termin
Notizblock	Papier
Spiralkalender
Rotationskartei	Visitenkarten
Aufwärtstrend	Diagramm Kurve steigend
Abwärtstrend	Diagramm fallend Kurve
Balkendiagramm
Klemmbrett	Clipboard Clpboard Zwischenablage
Reißzwecke	anpinnen
Stecknadel	anpinnen runde Reißzwecke
Büroklammer
verhakte Büroklammern
Lineal
dreieckiges Lineal	Geodreieck
Schere	schneiden schnipp
Karteikasten	Büroausstattung Büromaterial
Aktenschrank	Ablage Archiv Schublade
Papierkorb	Abfalleimer
geschlossenes Schloss	Datenschutz Sicherheit
offenes Schloss	nicht gesichert
Schloss mit Füller	Datenschutz privat Sicherheit
Schloss mit Schlüssel	Datenschutz privat Sicherheit
Schlüssel	Passwort schließen
alter Schlüssel	Schloss
Hammer	Werkzeug
Axt	Beil hacken Holz spalten Werkzeug
Pickel	Werkzeug
Hammer und Pickel	Arbeiter Werkzeug
Hammer und Schraubenschlüssel	Werkzeug
Dolch	Schwert Waffe
gekreuzte Schwerter	Waffe
Bombe	Comic Dynamit Explodieren
Bumerang	Aborigines Australien Boomerang Schleuder Waffe
Pfeil und Bogen
Schutzschild
Handsäge	Holz sägen Tischler trimmen Werkzeug
Schraubenschlüssel	Werkzeug
Schraubenzieher	Schraubendreher Werkzeug
Mutter und Schraube
Zahnrad	Werkzeug
Schraubzwinge	Werkzeug
Waage	Gerechtigkeit Gewicht Werkzeug wiegen
Blindenstock	Barrierefreiheit Behinderung Gehstock
Linksymbol	Kettenglieder verknüpfen Verknüpfungssymbol zwei Ringe
gebrochene Kette	Freiheit Handschellen zerbrechen
Ketten	Eisen
Haken	Angelhaken aufhaken aufhängen einhaken Metallhaken
Werkzeugkasten	Box Handkasten Mechaniker rote Kiste Werkzeugkiste
Magnet	Anziehungskraft Hufeisen magnetisch Pole positiv negativ
Leiter	hochsteigen Holzleiter klettern Sprosse Stufe
Destillierapparat	Werkzeug
Reagenzglas	Chemie Chemikalie Chemiker Experiment Labor
Petrischale	Bakterienkultur Biologe Biologie Biologin Labor
DNA	Biologe Biologie Biologin DNS Evolution
Mikroskop	Labor untersuchen Wissenschaft
Teleskop	Himmel
Satellitenschüssel	Antenne Sat-Schüssel Satschüssel
Spritze	Arzt impfen Impfung Injektion Kanüle
Blutstropfen	Blutspende Flüssigkeit Medizin Menstruation
Kapsel	Arznei Arzt Medizin Pille Tabletten
Heftpflaster	verletzt Wunde
Krücke	Behinderung Beinverletzung Fußverletzung Gehhilfe Gehstütze
Stethoskop	abhören Arzt Doktor Herzschlag Medizin
Röntgenbild	durchleuchten Knochen Medizin Radiologie Rippen
Tür	Eingang geschlossen
Fahrstuhl	Aufzug Haus Lift Symbol Transport
Spiegel	Holzspiegel Reflexion Spiegelbild Wandspiegel
Fenster	Aussicht durchsichtig Fensterrahmen frische Luft Glas
Bett	Hotel schlafen Übernachtung
Sofa und Lampe	Couch
Stuhl	Holzstuhl Möbel sitzen
Toilette	Klo WC
Saugglocke	Abfluss Gummiglocke Klempner Klo Pömpel
Dusche	Duschkopf
Badewanne	Badezimmer Dusche
Mausefalle	anlocken Käse
Rasierer	Klinge rasieren Rasiermesser scharf
Creme	Feuchtigkeitscreme Feuchtigkeitsmilch Haarwaschmittel Körpercreme Lotion
Sicherheitsnadel	Punk Windel
Besen	fegen Hexenbesen kehren reinigen sauber machen
Korb	Bauernhof Landwirtschaft Picknick Tragekorb Wäschekorb
Küchenrolle	Hygiene Klopapier Papierrolle Papiertücher Toilettenpapier
Eimer	Behälter Bottich Kübel Wassereimer
Seife	baden putzen reinigen Riegel sauber machen
Blasen	Perlen reinigen Schaum schweben Seifenblasen
Zahnbürste	Badezimmer Körperpflege Mundhygiene putzen sauber
Schwamm	absorbieren aufsaugen löchrig porös putzen
Feuerlöscher	löschen
Einkaufswagen	einkaufen
Zigarette	Kippe Rauchen Rauchersymbol
Sarg	Beerdigung Tod tot Vampir
Grabstein	Friedhof RIP tot
Urne	Beerdigung Tod tot
Nazar-Amulett	blau böser Blick Glasperle Glücksbringer Kügelchen
Hamsa	Amulett Auge in offener Hand Fatima Glückssymbol jüdisch
Statue	Gesicht Maske Osterinsel
Protestschild	Ankündigung Bekanntmachung Demonstration Hinweis Mahnwache
Ausweis	Dokument Führerschein Karte Personalausweis Plakette
Symbol „Geldautomat“	ATM
Symbol „Papierkorb“	Abfall Mülleimer Sauberkeit wegschmeißen wegwerfen
Trinkwasser	Wasserhahn
Symbol „Rollstuhl“	barrierefrei behindertengerecht
Herren	Herrentoilette WC
Damen	Damentoilette WC
Toiletten	WC
Symbol „Baby“	Wickelraum
WC	Toilette
Passkontrolle
Zollkontrolle
Gepäckausgabe
Gepäckaufbewahrung	Schließfach
Warnung	Achtung Dreieck Vorsicht Warnschild
Kinder überqueren die Straße	Straßenschild Vorsicht
Zutritt verboten	Einbahnstrasse kein Zutritt keine Durchfahrt Zutritt-verboten-Schild
Verboten	kein zutritt Kein-Zutritt-Zeichen Verbotszeichen
Fahrräder verboten	Fahhrad Fahrrad-verboten-Schild Radfahren verboten
Rauchverbot	Rauchen verboten Zigarette
Abfall verboten	Müll-verboten-Zeichen
Kein Trinkwasser	verboten verschmutzt
Fußgänger verboten
Mobiltelefone verboten	Handy
Minderjährige verboten	Erwachsene Mindestalter nicht jugendfrei
Radioaktiv
Biogefährdung	Zeichen
Pfeil nach oben	Aufwärtspfeil Norden
Pfeil nach rechts oben	Nordosten
Pfeil nach links oben	Nordwesten
Pfeil nach oben und unten	entgegengesetzt
geschwungener Pfeil nach links
geschwungener Pfeil nach rechts	umdrehen
geschwungener Pfeil nach oben
geschwungener Pfeil nach unten
kreisförmige Pfeile im Uhrzeigersinn
religiöse Stätte	Kultstätte Religion
Atomzeichen	Atheist
om	Hinduismus Religion
Davidstern	jüdisch Religion
Dharma-Rad	Buddhismus
Yin und Yang	Daoismus Religion
lateinisches Kreuz	Christentum Religion römisch
orthodoxes Kreuz	Christentum Religion
Hilal und Stern	Islam Muslim Religion
Friedenszeichen	Friedensbewegung Friedenssymbol
Menora	Leuchter Religion
Hexagramm mit Punkt	Wahrsager
Khanda	Deg Tegh Fateh Glaube Khalsa Khanda-Emblem Religion
Widder (Sternzeichen)
Stier (Sternzeichen)	Horoskop
Zwillinge (Sternzeichen)	Horoskop
Krebs (Sternzeichen)
Löwe (Sternzeichen)	Horoskop
Jungfrau (Sternzeichen)	Horoskop
Waage (Sternzeichen)	Horoskop
Skorpion (Sternzeichen)	Horoskop
Schütze (Sternzeichen)
Steinbock (Sternzeichen)
Wassermann (Sternzeichen)
Fische (Sternzeichen)	Horoskop
Schlangenträger	Schlagenträger Sternbild
Aufwärts-Schaltfläche	nach oben Pfeil
Doppelpfeile nach oben	aufwärts doppelt
Kinosymbol	Filmkamera Unterhaltung
balkenförmige Signalstärkenanzeige	Empfang Mobilfunksignal Mobiltelefon
WLAN	Computer drahtlos Hotspot Internet kabellos
Vibrationsmodus	Handy Kommunikation Mobiltelefon vibrieren
Mobiltelefon aus	ausschalten Handy aus
Frauensymbol	weiblich Zeichen
Männersymbol	Zeichen
Transgender-Symbol	Symbol für Transgender
mal	× abbrechen Multiplikationszeichen multiplizieren x
plus	+ addieren mathe Pluszeichen
minus	- − Mathe Minuszeichen
geteilt durch	÷ Divisionszeichen Geteiltzeichen Mathe
Gleichheitszeichen extrafett	ist gleich Mathematik Vergleichszeichen
Unendlichkeit	ewig grenzenlos
doppeltes Ausrufezeichen	muss rot Satzzeichen
Ausrufe- und Fragezeichen	Ausrufezeichen rot Satzzeichen
rotes Fragezeichen	Satzzeichen warum wieso
weißes Fragezeichen	Satzzeichen warum
weißes Ausrufezeichen	muss Satzzeichen
rotes Ausrufezeichen	! Satzzeichen
Wellenlinie	gewellt
Geldwechsel	Währung
Dollarzeichen extrafett	bezahlen Dollar-Zeichen Geld Knete Moneten
Äskulapstab	Apotheke Arznei Asklepiosstab Medizin
Recycling-Symbol	grüne Punkt grüner Punkt
Lilie	Fleur-de-Lis
Dreizack	Anker Poseidon Triton
Namensschild
hohler roter Kreis	großer Kreis
abgehaktes Kästchen	✓ Abstimmungsfeld ankreuz Kästchen mit Häkchen Wahlurne
kräftiges Häkchen	abhaken erledigt fertig
Kreuzzeichen	abbrechen durchgestrichen mal Multiplikation multiplizieren
Schleife
Doppelschleife	blau Rechteck
Teilalternationszeichen	japanisch Zeichensetzung
achtzackiger Stern	* grün Quadrat
achtstrahliger Stern	*
Funkeln	* grün Quadrat
Copyright
Registered-Trademark	Markenzeichen
Markenzeichen	TM Trademark
Taste: #
Taste: *
Taste: 0	null
Taste: 1	eins
Taste: 2	zwei
Taste: 3	drei
Taste: 4	vier
Taste: 5	fünf
Taste: 6	sechs
Taste: 7	sieben
Taste: 8	acht
Taste: 9	neun
Taste: 10
Eingabesymbol lateinische Großbuchstaben	abcd großschreiben
Eingabesymbol lateinische Kleinbuchstaben
Eingabesymbol Zahlen	1234 Ziffern
Eingabesymbol Sonderzeichen	& % ♪ 〒 keycap
Eingabesymbol lateinische Buchstaben	abc Alphabet
Großbuchstabe A in rotem Quadrat	Blutgruppe negativ positiv
Großbuchstaben AB in rotem Quadrat	Blutgruppe negativ positiv
Großbuchstabe B in rotem Quadrat	Blutgruppe negativ positiv
Wort „Cool“ in blauem Quadrat
Wort „Free“ in blauem Quadrat
Buchstabe „i“ in blauem Quadrat	Information
Buchstabe „M“ in Kreis	eingekreist Großbuchstabe
Wort „New“ in blauem Quadrat	Neu
Großbuchstabe O in rotem Quadrat	0 Blutgruppe negativ positiv
Großbuchstaben OK in blauem Quadrat	keycap okay Tastenkappe
Schriftzug „UP!“ im blauen Quadrat	Keycap Tastenkappe
Schriftzeichen für „nicht gratis“	berechnen existieren japanisch Taste
Schriftzeichen für „gratis“	Verhandlung
roter Punkt	Ball
oranger Punkt	Form orange Scheibe oranger Kreis
gelber Punkt	Form gelbe Scheibe gelber Kreis
grüner Punkt	Form grüne Scheibe grüner Kreis
blauer Punkt	Ball Großer blauer Kreis
lila Punkt	Form Kreis Scheibe violett
brauner Punkt	braune Scheibe brauner Kreis Form
schwarzer Punkt	Ball Großer schwarzer Kreis rund
weißer Punkt	Ball Großer weißer Kreis
große orangefarbene Raute
große blaue Raute
kleine orangefarbene Raute
kleine blaue Raute
rotes Dreieck mit der Spitze nach oben	aufwärts
rotes Dreieck mit der Spitze nach unten	abwärts
Rautenform mit Punkt	Diamant
Zielflagge	formel 1 karierte Flagge nascar Rennen Sport
Wimpel	Dreiecksflagge rot Standortflagge
überkreuzte Flaggen	japanische Flaggen
schwarze Flagge	Wehende schwarze Fahne
weiße Flagge	Wehende weiße Fahne
Regenbogenflagge	bisexuell bunt Fahne lesbisch lgbtq
Transgender-Flagge
Piratenflagge	Jolly Roger Piratenfahne Schatz
Flagge: Ascension
Flagge: Andorra
Flagge: Vereinigte Arabische Emirate
Flagge: Afghanistan
Flagge: Antigua und Barbuda
Flagge: Anguilla
Flagge: Albanien
Flagge: Armenien
Flagge: Angola
Flagge: Antarktis
Flagge: Argentinien
Flagge: Amerikanisch-Samoa
Flagge: Österreich
Flagge: Australien
Flagge: Aruba
Flagge: Ålandinseln
Flagge: Aserbaidschan
Flagge: Bosnien und Herzegowina
Flagge: Barbados
Flagge: Bangladesch
Flagge: Belgien
Flagge: Burkina Faso
Flagge: Bulgarien
Flagge: Bahrain
Flagge: Burundi
Flagge: Benin
Flagge: St. Barthélemy
Flagge: Bermuda
Flagge: Brunei Darussalam
Flagge: Bolivien
Flagge: Karibische Niederlande
Flagge: Brasilien
Flagge: Bahamas
Flagge: Bhutan
Flagge: Bouvetinsel
Flagge: Botsuana
Flagge: Belarus
Flagge: Belize
Flagge: Kanada
Flagge: Kokosinseln
Flagge: Kongo-Kinshasa
Flagge: Zentralafrikanische Republik
Flagge: Kongo-Brazzaville
Flagge: Schweiz
Flagge: Côte d’Ivoire
Flagge: Cookinseln
Flagge: Chile
Flagge: Kamerun
Flagge: China
Flagge: Kolumbien
Flagge: Clipperton-Insel
Flagge: Costa Rica
Flagge: Kuba
Flagge: Cabo Verde
Flagge: Curaçao
Flagge: Weihnachtsinsel
Flagge: Zypern
Flagge: Tschechien
Flagge: Deutschland
Flagge: Diego Garcia
Flagge: Dschibuti
Flagge: Dänemark
Flagge: Dominica
Flagge: Dominikanische Republik
Flagge: Algerien
Flagge: Ceuta und Melilla
Flagge: Ecuador
Flagge: Estland
Flagge: Ägypten
Flagge: Westsahara
Flagge: Eritrea
Flagge: Spanien
Flagge: Äthiopien
Flagge: Europäische Union
Flagge: Finnland
Flagge: Fidschi
Flagge: Falklandinseln
Flagge: Mikronesien
Flagge: Färöer
Flagge: Frankreich
Flagge: Gabun
Flagge: Vereinigtes Königreich
Flagge: Grenada
Flagge: Georgien
Flagge: Französisch-Guayana
Flagge: Guernsey
Flagge: Ghana
Flagge: Gibraltar
Flagge: Grönland
Flagge: Gambia
Flagge: Guinea
Flagge: Guadeloupe
Flagge: Äquatorialguinea
Flagge: Griechenland
Flagge: Südgeorgien und die Südlichen Sandwichinseln
Flagge: Guatemala
Flagge: Guam
Flagge: Guinea-Bissau
Flagge: Guyana
Flagge: Sonderverwaltungsregion Hongkong
Flagge: Heard und McDonaldinseln
Flagge: Honduras
Flagge: Kroatien
Flagge: Haiti
Flagge: Ungarn
Flagge: Kanarische Inseln
Flagge: Indonesien
Flagge: Irland
Flagge: Israel
Flagge: Isle of Man
Flagge: Indien
Flagge: Britisches Territorium im Indischen Ozean
Flagge: Irak
Flagge: Iran
Flagge: Island
Flagge: Italien
Flagge: Jersey
Flagge: Jamaika
Flagge: Jordanien
Flagge: Japan
Flagge: Kenia
Flagge: Kirgisistan
Flagge: Kambodscha
Flagge: Kiribati
Flagge: Komoren
Flagge: St. Kitts und Nevis
Flagge: Nordkorea
Flagge: Südkorea
Flagge: Kuwait
Flagge: Kaimaninseln
Flagge: Kasachstan
Flagge: Laos
Flagge: Libanon
Flagge: St. Lucia
Flagge: Liechtenstein
Flagge: Sri Lanka
Flagge: Liberia
Flagge: Lesotho
Flagge: Litauen
Flagge: Luxemburg
Flagge: Lettland
Flagge: Libyen
Flagge: Marokko
Flagge: Monaco
Flagge: Republik Moldau
Flagge: Montenegro
Flagge: St. Martin
Flagge: Madagaskar
Flagge: Marshallinseln
Flagge: Nordmazedonien
Flagge: Mali
Flagge: Myanmar
Flagge: Mongolei
Flagge: Sonderverwaltungsregion Macau
Flagge: Nördliche Marianen
Flagge: Martinique
Flagge: Mauretanien
Flagge: Montserrat
Flagge: Malta
Flagge: Mauritius
Flagge: Malediven
Flagge: Malawi
Flagge: Mexiko
Flagge: Malaysia
Flagge: Mosambik
Flagge: Namibia
Flagge: Neukaledonien
Flagge: Niger
Flagge: Norfolkinsel
Flagge: Nigeria
Flagge: Nicaragua
Flagge: Niederlande
Flagge: Norwegen
Flagge: Nepal
Flagge: Nauru
Flagge: Niue
Flagge: Neuseeland
Flagge: Oman
Flagge: Panama
Flagge: Peru
Flagge: Französisch-Polynesien
Flagge: Papua-Neuguinea
Flagge: Philippinen
Flagge: Pakistan
Flagge: Polen
Flagge: St. Pierre und Miquelon
Flagge: Pitcairninseln
Flagge: Puerto Rico
Flagge: Palästinensische Autonomiegebiete
Flagge: Portugal
Flagge: Palau
Flagge: Paraguay
Flagge: Katar
Flagge: Réunion
Flagge: Rumänien
Flagge: Serbien
Flagge: Russland
Flagge: Ruanda
Flagge: Saudi-Arabien
Flagge: Salomonen
Flagge: Seychellen
Flagge: Sudan
Flagge: Schweden
Flagge: Singapur
Flagge: St. Helena
Flagge: Slowenien
Flagge: Spitzbergen und Jan Mayen
Flagge: Slowakei
Flagge: Sierra Leone
Flagge: San Marino
Flagge: Senegal
Flagge: Somalia
Flagge: Suriname
Flagge: Südsudan
Flagge: São Tomé und Príncipe
Flagge: El Salvador
Flagge: Sint Maarten
Flagge: Syrien
Flagge: Eswatini
Flagge: Tristan da Cunha
Flagge: Turks- und Caicosinseln
Flagge: Tschad
Flagge: Französische Süd- und Antarktisgebiete
Flagge: Togo
Flagge: Thailand
Flagge: Tadschikistan
Flagge: Tokelau
Flagge: Timor-Leste
Flagge: Turkmenistan
Flagge: Tunesien
Flagge: Tonga
Flagge: Türkei
Flagge: Trinidad und Tobago
Flagge: Tuvalu
Flagge: Taiwan
Flagge: Tansania
Flagge: Ukraine
Flagge: Uganda
Flagge: Amerikanische Überseeinseln
Flagge: Vereinte Nationen
Flagge: Vereinigte Staaten
Flagge: Uruguay
Flagge: Usbekistan
Flagge: Vatikanstadt
Flagge: St. Vincent und die Grenadinen
Flagge: Venezuela
Flagge: Britische Jungferninseln
Flagge: Amerikanische Jungferninseln
Flagge: Vietnam
Flagge: Vanuatu
Flagge: Wallis und Futuna
Flagge: Samoa
Flagge: Kosovo
Flagge: Jemen
Flagge: Mayotte
Flagge: Südafrika
Flagge: Sambia
Flagge: Simbabwe
Flagge: England
Flagge: Schottland
Flagge: Wales`;
