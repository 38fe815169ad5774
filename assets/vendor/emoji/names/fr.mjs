/* Trimmed from CLDR (Unicode-3.0, see LICENSE): per line what an emoji is called, in the order of table.mjs, and words to find it by. */
export const names = `visage rieur	content dents émoticône grand sourire heureux
visage souriant avec de grands yeux	content dents émoticône formidable grand sourire
visage très souriant aux yeux rieurs	content émoticône grand sourire heureux joyeux
visage souriant aux yeux rieurs	content dents émoticône grand sourire heureux
visage souriant avec yeux plissés	ahah bouche content émoticône lol
visage souriant avec une goutte de sueur	émoticône excité sourire nerveux stressé sueurs froides
se rouler par terre de rire	content drôle émoticône hilare joyeux
visage riant aux larmes	content émoticône heureux lol mdr
visage avec un léger sourire	content émoticône heureux visage souriant
tête à l’envers	émoticône incroyable renversée visage
visage qui fond	disparaître fondre gêne liquéfié liquide
visage faisant un clin d’œil	blague émoticône flirter plaisanter sexy
visage souriant avec yeux rieurs	content émoticône heureux œil rougir
visage souriant avec auréole	angélique béni Bible émoticône heureux
visage souriant avec cœurs	adorer aimer amour béguin j’adore
visage souriant avec yeux en forme de cœur	amoureux émoticône œil romantique sourire
visage avec des étoiles à la place des yeux	étoiles dans les yeux grand sourire heureux pressé surexcité
visage envoyant un bisou	amour baiser bise bisou et cœur bonjour
visage faisant un bisou	amour baiser embrasser émoticône je t’aime
visage souriant	content décontracté détendu émoticône heureux
visage faisant un bisou avec les yeux fermés	baiser bise bisou les yeux fermés embrasser émoticône
visage aux yeux rieurs faisant un bisou	amour baiser bise embrasser émoticône
visage souriant avec une larme	ému fier heureux reconnaissant smiley
miam	bon content délicieux émoticône faim
visage qui tire la langue	cool émoticône génial super
visage qui tire la langue et fait un clin d’œil	amusant blague émoticône fou loufoque
tête de fou	grand large oeil œil petit
visage qui tire la langue les yeux plissés	dégoûtant émoticône horrible œil omd
argent dans les yeux et la bouche	dollars émoticône
visage qui fait un câlin	émoticône gentil mains
visage avec une main sur la bouche	malin oops oups rigole secret
visage avec yeux ouverts et main sur la bouche	choqué embarrassé étonné gêné impressionné
visage qui regarde entre ses doigts	captivé effrayé fasciné jeter un coup d’œil regarder fixement
visage avec un doigt sur la bouche	pas un bruit silence tête qui dit chut
visage en pleine réflexion	émoticône hum méditer penser réfléchir
visage qui fait un salut militaire	armée bonne chance compris OK oui
visage avec bouche fermeture éclair	bouche cousue émoticône motus se taire secret
visage avec les sourcils relevés	euh hein incrédule méfiant pas vrai
visage neutre	émoticône gêné ni chaud ni froid pas drôle peu importe
visage sans expression	émoticône inexpressif mécontent neutre peu importe
visage sans bouche	émoticône muet ne rien dire neutre sans commentaires
visage en pointillés	déprimé disparaître introverti invisible se cacher
visage dans les nuages	brouillard distrait
visage avec un sourire malin	arrogant charmeur émoticône ricaner rusé
visage blasé	bizarre émoticône énervé fâché jaloux
visage roulant des yeux	agacé émoticône excédé incrédulité roulement
visage grimaçant	dents émoticône gêné grimace rien
visage expirant	chuchoter découragé déçu expiration exténué
visage de menteur	émoticône mensonge pinocchio
visage secoué	choc étourdi fou omg ouah
tête secouée horizontalement	non secouer
tête secouée verticalement	hochement de tête oui
visage soulagé	calme émoticône sérénité soulagement zen
visage pensif	abattu déçu émoticône horrible mort
visage endormi	émoticône fatigué larme pleurer sommeil
visage qui bave	baver délicieux émoticône mmh
visage somnolent	bonne nuit coucher dormir émoticône endormi
visage avec masque	bactéries dentiste docteur émoticône germes
visage avec thermomètre	indisposé malade
visage avec bandage autour de la tête	aïe blessure bobo émoticône pansement
visage nauséeux	dégoûtant écœuré émoticône malade vomir
visage qui vomit	gerber malade tête qui vomit vomissure
visage qui éternue	à tes souhaits atchoum émoticône éternuement éternuer
visage rouge et chaud	coup de chaleur coup de chaud fièvre suer toute rouge
visage bleu et froid	ça caille gelé gelure glacé glacial
visage éméché	bouche ondulée bourrée dans les vapes hébété pas clair
visage étourdi	émoticône fatigué malade mort visage avec le tournis
visage aux yeux en spirales	confusion étourdi hagard malade nausée
tête qui explose	choc surprise tête choquée
visage avec chapeau de cowboy
visage festif	célébration chapeau pointu émoticône heureux hourra
visage déguisé	déguisement espion faux nez grimer incognito
visage avec lunettes de soleil	cool posé tranquille
visage de geek	futé idiot intelligent lunettes personne
visage avec un monocle	classe collet monté fortune riche tête avec monocle
visage confus	désolé émoticône ennuyé je ne sais pas triste
visage avec bouche en diagonale	bof confus déçu euh frustration
visage inquiet	anxieux émoticône préoccupé stressé surpris
visage légèrement mécontent	émoticône triste
visage mécontent	émoticône malheureux triste
visage avec bouche ouverte	bouche bée choqué émoticône épaté incroyable
visage ébahi	émoticône incroyable omd stupéfait stupeur
visage stupéfait	choc choqué émoticône étonné impossible
visage qui rougit	chaud comment ébahi émoticône étonné
visage implorant	embarrassé excuse gros yeux pardon pitié
visage retenant ses larmes	admiration ému fierté gratitude larmes de joie
visage mécontent avec bouche ouverte	déçu effrayé émoticône peur pris au dépourvu
visage angoissé	comment émoticône hein mécontent oubli
visage effrayé	anxieux apeuré blême émoticône inquiet
visage anxieux avec goutte de sueur	aah bouche bée effrayé émoticône mince
visage triste mais soulagé	émoticône ouf pfiou sueur visage déçu mais soulagé
visage qui pleure	émoticône horrible larmes malheureux pleurer
visage qui pleure à chaudes larmes	émoticône malheureux pleurer pleurs sangloter
visage qui hurle de peur	choqué cri effrayé Munch omd
visage déconcerté	confus émoticône fâché frustré irrité
visage persévérant	concentré émoticône mal de tête migraine
visage déçu	abattu affreux découragé émoticône malheureux
visage démoralisé avec goutte de sueur	émoticône mal de tête migraine mince ouf
visage épuisé	échec émoticône faim fatigué mécontent
visage fatigué	contrarié émoticône mécontent triste
visage bâillant	bâiller dormir émoticône ennui fatigant
visage avec fumée sortant des narines	colère émoticône énervé fâché mécontent
visage boudeur	émoticône énervé exaspéré fâché furieux
visage en colère	émoticône exaspéré fâché frustré mécontent
visage avec des symboles dans la bouche	censuré colère gros mots insulter insultes
visage souriant avec des cornes	émoticône fâché fantastique sourire
visage en colère avec des cornes	démon diable diablotin émoticône fantastique
crâne	corps dead fantastique je suis mort squelette
tête de mort	crâne os
tas de crotte	bande dessinée BD caca excrément odeur
visage de clown	émoticône maquillage
ogre	créature effrayant fantastique japonais masque
monstre japonais	colère créature fantastique farfadet masque
fantôme	blague bouh créature effrayant fantastique
alien	créature émoticône espace extraterrestre monstre
monstre de l’espace	alien créature envahisseur extraterrestre fantastique
robot	androïde automate machine monstre visage de robot
chat qui sourit	animal bouche ouverte sourire visage
chat qui sourit avec des yeux rieurs	animal sourire visage yeux souriants
chat qui pleure de joie	animal chat qui rit aux larmes lol mdr pleurer de rire
chat souriant aux yeux en cœurs	amoureux coeurs dans les yeux sourire
chat avec sourire en coin	animal ironique sourire narquois tête de chat visage
chat qui fait un bisou	animal baiser bise chat qui embrasse embrasser
chat fatigué	animal inquiet oh surpris visage
chat qui pleure	animal larme pleurer tête de chat triste
chat qui boude	animal bouder chat en colère désaccord ennui
singe ne rien voir	animal caché effrayé embarras gêne
singe ne rien entendre	animal écouter geste interdit ne pas entendre
singe ne rien dire	animal bouche cousue chut geste interdit
lettre d’amour	cœur Saint-Valentin
cœur et flèche	amour coeur transpercé Cupidon sentiment
cœur avec ruban	amour anniversaire Saint-Valentin sentiment
cœur étincelant	amour étincelles sentiment
cœur grandissant	amour cœur battant cœur qui bat pulsations sentiment
cœur battant	amour cardio cœur qui bat pulsations sentiment
cœurs qui tournent	amour anniversaire deux cœurs sentiment tourbillon
deux cœurs	amour anniversaire deux cœurs roses petits cœurs rendez-vous
décoration avec cœur	amour cœur blanc cœur décoré cœur violet sentiment
cœur point d’exclamation	amour ponctuation
cœur brisé	amour malheureux sentiment séparé triste
cœur enflammé	amour désir feu passion
cœur avec bandages	réconforter réparer soigner
cœur rouge	amour sentiment
cœur rose	143 adorable aimer amour émotion
cœur orange	coeur orange
cœur jaune	amour sentiment
cœur vert	amour sentiment
cœur bleu	amour sentiment
cœur bleu clair	143 aimer amour bleu ciel cyan
cœur violet	amour sentiment
cœur marron	brun
cœur noir
cœur gris	143 amour ardoise argenté émotion
cœur blanc
trace de rouge à lèvres	baiser bise bisou bouche embrasser
cent points	100 score
symbole de colère	bande dessinée BD furieux
explosion	bande dessinée BD bombe boum collision
étourdissement	bande dessinée BD étincelles étoile filante tournis
gouttes de sueur	bande dessinée BD eau éclabousser éclaboussures
décamper	bande dessinée BD déguerpir détaler filer
trou
bulle de parole	bande dessinée BD dialogue écrire message
œil dans une bulle de BD	bande dessinée témoin voir
bulle de parole gauche	bulle à gauche dialogue
bulle colère droite	bande dessinée BD crier hurler
bulle de pensée	bande dessinée BD idée imaginer inventer
endormi	bande dessinée BD bonne nuit dormir fatigué
signe de la main	à bientôt à plus tard au revoir bonjour bye
dos de main levée
main levée doigts écartés	paume stop
main levée	feuille paume de la main stop tope là
salut vulcain	doigts main Spock Star Trek
main vers la droite	serrer la main tenir la main
main vers la gauche	serrer la main tenir la main
main paume vers le bas	chasser choisir faire partir laisser tomber ouste
main paume vers le haut	appeler de la main attirer faire venir offre
main qui pousse vers la gauche	arrêter attendre bloquer halte high five
main qui pousse vers la droite	arrêter attendre bloquer halte high five
ok	compris d’accord geste main nickel
bout des doigts joints	agacement argumentation geste interrogation parler avec les mains
pouce et index rapprochés	à deux doigts petite quantité petite somme un peu
V de la victoire	ciseaux doigts main paix et amour peace and love
doigts croisés	bonne chance main
main avec index et pouce croisés	amour argent cher claquer des doigts cœur
signe je t’aime	amour geste pour je t’aime ILY main trois doigts
cornes avec les doigts	cornes du diable main rock’n roll yeah
signe appel téléphonique avec les doigts	main téléphone
main avec index pointant à gauche	doigt
main avec index pointant à droite	doigt
main avec index pointant vers le haut	doigt index vers le haut montrer
doigt d’honneur	main majeur
main avec index pointant vers le bas	doigt index vers le bas montrer
index pointant vers le haut	doigt main moi
index pointant vers l’utilisateur	pointer toi
pouce vers le haut	bien compris d’accord génial main
pouce vers le bas	main mauvais non nul pouce baissé
poing levé	main pierre poing serré solidarité
poing de face	absolument battre boum correct coup de poing
poing à gauche	fistbump main
poing à droite	main
applaudissements	bien joué bon travail bravo félicitations formidable
mains levées	geste hourra mains en l’air youpi
mains qui forment un cœur	amour
mains ouvertes	mains écartées
paume contre paume doigts vers le haut	espérer mains prière
poignée de main	d’accord mains marché conclu présentation rencontre
mains en prière	demander félicitations merci s’il te plaît s’il vous plaît
main qui écrit	écrire
vernis à ongles	cosmétiques manucure maquillage peu importe s’ennuyer
selfie	appareil photo téléphone
biceps contracté	bande dessinée BD bodybuilding corps culturisme
bras mécanique	accessibilité bras robot handicap prothèse de bras
jambe mécanique	accessibilité handicap jambe artificielle jambe robot prothèse de jambe
jambe	coup de pied cuisse genou fléchi genoux membre
pied	cheville coup de pied pas lourd
oreille	corps écouter entendre ouïe son
oreille appareillée	accessibilité handicap malentendant prothèse auditive sonotone
nez	corps narines odeur sentir
cerveau	intelligente
cœur	anatomie battement de coeur battements cardiologie organe
poumons	anatomie expiration inspiration organe respiration
dent	carie dentiste émail diamant
os	chien halloween squelette
yeux	chercher corps coup d’œil regarder visage
œil	corps
langue	corps lécher
bouche	baiser beauté bise bisou corps
lèvres qui se mordent	anxieux flirt inquiet lèvre mordue mal à l’aise
bébé	émoticône enceinte enfant nouveau-né petit
enfant	genre neutre jeune non-genré
garçon	émoticône enfant jeune personne
fille	couettes émoticône enfant grands yeux jeune
adulte	genre neutre non-genré
personne blonde	cheveux garçon homme humain tête
homme	garçon personne petit ami pote
personne barbue	personne avec une barbe
femme	blonde coupe de cheveux personne
adulte : cheveux roux	genre neutre non-genré
adulte : cheveux bouclés	genre neutre non-genré
adulte : cheveux blancs	genre neutre non-genré
adulte : chauve	genre neutre non-genré
personne âgée	adulte genre neutre non-genré
homme âgé	chauve émoticône grand-père papi personne âgée
femme âgée	blonde dame émoticône grand-mère mamie
personne fronçant les sourcils	contrariée déçue embêtée femme froncer
personne qui boude	bouder déçue énervée expression fâchée
personne faisant un geste d’interdiction	aucune chance bloquer femme impossible interdit
personne faisant un geste d’acceptation	d’accord danser exercice femme grandir
personne paume vers le haut	aide diva femme information insouciante
personne qui lève la main	compte sur moi content femme qui lève la main geste je sais
personne sourde	accessibilité entendre malentendant oreille surdité
personne qui s’incline	confus désolé excuses geste gronder
personne avec la paume sur le visage	drame exaspération geste incrédulité incroyable
personne qui hausse les épaules	aucune idée c’est comme ça doute haussement d’épaules ignorance
professionnel de la santé (tous genres)	docteur infirmier médecin thérapeute
professionnel de la santé	docteur homme infirmier médecin métier
professionnelle de la santé	docteure femme infirmière médecin métier
étudiant (tous genres)	diplôme étudiante
étudiant	diplômé homme
étudiante	diplômée femme
personnel enseignant	enseignante formateur formatrice professeur
enseignant	homme instituteur instructeur métier professeur
enseignante	femme institutrice instructrice professeure
juge	balance
juge homme	balance justice métier
juge femme	balance justice métier
fermier (tous genres)	fermière jardinière
fermier	agriculteur homme jardinier métier
fermière	agricultrice femme jardinière métier
cuisinier (tous genres)	chef cuisinière
cuisinier	chef homme métier
cuisinière	chef femme métier
mécanicien (tous genres)	artisan électricienne mécanicienne plombier
mécanicien	électricien homme mécanique métier ouvrier
mécanicienne	électricienne femme mécanique métier ouvrière
ouvrier (tous genres)	assemblage industrie ouvrière usine
ouvrier	assemblage homme industrie métier montage
ouvrière	assemblage femme industrie métier montage
employé de bureau (tous genres)	affaires architecte employée de bureau
employé de bureau	affaires architecte cadre directeur homme
employée de bureau	affaires architecte cadre directrice femme
scientifique	chimiste
scientifique homme	biologiste chimiste ingénieur mathématicien métier
scientifique femme	biologiste chimiste ingénieure mathématicienne métier
informaticien (tous genres)	développeur développeuse informaticienne logiciels technologie
informaticien	codeur développeur homme inventeur logiciels
informaticienne	codeuse développeuse femme inventrice logiciels
chanteur (tous genres)	artiste chanteuse rock star
chanteur	acteur artiste homme métier rockeur
chanteuse	actrice artiste femme métier rockeuse
artiste	palette
artiste homme	métier palette peintre
artiste femme	métier palette peintre
pilote	avion
pilote homme	avion métier
pilote femme	avion métier
astronaute	fusée
astronaute homme	casque cosmonaute espace fusée métier
astronaute femme	casque cosmonaute espace fusée métier
pompier	camion de pompiers
pompier homme	camion de pompiers casque de pompier métier
pompier femme	camion de pompiers casque métier
officier de police	autorité flic homme loi métier
détective	enquêteur espion homme
garde	Buckingham Palace casque garde homme Londres
ninja	assassin combat furtif guerrier masqué
personnel du bâtiment	BTP casque chantier construction homme
personne avec une couronne	monarque noble royal royauté
prince	couronne royal royauté
princesse	conte de fées couronne fantastique personne reine
personne en turban	homme avec turban oriental personne avec turban visage
homme avec casquette chinoise	casquette mao chapeau
femme avec foulard	bandana femme avec un voile hijab mantilla tichel
personne en smoking	élégant homme personne mariée
personne mariée avec voile	mariage
femme enceinte
homme enceint	grossesse homme enceinte personne enceinte trop mangé ventre
personne enceinte	grossesse trop mangé ventre
allaitement	maman nourrice nourrir le bébé sein soins
femme allaitant un bébé	allaitement biberon maman mère nounou
homme allaitant un bébé	allaitement biberon nouveau-né papa père
personne allaitant un bébé	allaitement biberon homme maman mère
bébé ange	ailes auréole église émoticône fantastique
père Noël	bonnet fêtes magie Santa Claus tradition
mère Noël	bonnet fêtes Santa
santa	joyeux Noël Papa Noël Père Noël personne Saint-Nicolas
super-héros	bien cape force heroïne personnage
super-vilain	cape criminel déguisement diabolique mal
mage	chapeau enchantement ensorceleur envoûtement jeu de rôle
personnage féérique	ailes déguisement Fée clochette féerie magie
vampire	canines cape conte déguisement dents
créature aquatique	ariel folklore mer océan personnage
elfe	conte le seigneur des anneaux legolas magique oreilles
génie	aladin djinn homme génie lampe magique magie
zombie	effrayant flippant halloween horreur mort vivant
troll	conte de fées légende monstre mythe troller
personne qui se fait masser	détente femme qui se fait masser fermer les yeux massage relaxation
personne qui se fait couper les cheveux	barbier beauté ciseaux coiffure coupe de cheveux
personne qui marche	en route flâner homme marcher nonchalant
personne qui marche : vers la droite	en route flâner homme marcher nonchalant
personne debout
personne à genoux	prière religion
personne à genoux : vers la droite	prière religion
personne avec une canne blanche	accessibilité aveugle
personne avec une canne blanche : vers la droite	accessibilité aveugle
homme avec canne blanche	accessibilité aveugle déficient visuel handicap visuel malvoyant
femme avec canne blanche	accessibilité aveugle déficiente visuelle handicap malvoyante
personne en fauteuil motorisé	accessibilité fauteuil roulant
personne en fauteuil motorisé : vers la droite	accessibilité fauteuil roulant
homme en fauteuil motorisé	accessibilité fauteuil roulant handicap
femme en fauteuil motorisé	accessibilité fauteuil roulant handicap
personne en fauteuil roulant manuel	accessibilité
personne en fauteuil roulant manuel : vers la droite	accessibilité
homme en fauteuil roulant manuel	accessibilité handicap
femme en fauteuil roulant manuel	accessibilité handicap
personne qui court	arriver coureur courir course à pied homme qui court
personne qui court : vers la droite	arriver coureur courir course à pied homme qui court
danseuse	femme qui danse fête flamenco rythme salsa
danseur	femme fête flamenco homme qui danse rythme
homme d’affaires en lévitation	costume
personnes avec des oreilles de lapin	amies bunny danseuse déguisement double
personne au hammam	bien-être chaud détente personne dans un sauna relaxation
personne qui grimpe	alpiniste escalader grimper grimpeur montagne
escrimeur	épée escrimeuse personne sport
course hippique	cheval course de chevaux jockey sport
skieur	neige sport
snowboardeur	homme neige ski sport
joueur de golf	balle golfeur green homme personne
personne faisant du surf	glisse homme mer océan plage
personne ramant dans une barque	bateau lac naviguer pêche ramer
personne nageant	crawl eau exercice homme nageur
personne avec ballon	athlétique basket-ball basketteur dribble joueur
haltérophile	bodybuilding entraînement force haltérophilie homme
cycliste	course guidon homme pédaler personne
personne en VTT	coureur cyclisme grimper homme en VTT montagne
personne faisant la roue	agilité athlète faire la roue femme faisant la roue gymnaste
personnes faisant de la lutte	bataille lutteurs sport
personne jouant au water-polo	ballon piscine sport
personne jouant au handball	athlète ballon handballeur lancer sport
personne qui jongle	artiste cirque gérer jongler jongleur
personne dans la posture du lotus	détendu femme méditation position du lotus relaxation
personne prenant un bain	baignoire
personne au lit	auberge bonne nuit coucher dodo dormir
deux personnes se tenant la main	couple homosexuel gay poignée de main tenir la main
deux femmes se tenant la main	amitié amoureuses couple filles gay
femme et homme se tenant la main	amis amoureux couple main dans la main petit ami
deux hommes se tenant la main	amitié amoureux couple fils frères
bisou	amour anniversaire baiser couple femme
couple avec cœur	amour anniversaire femme homme rendez-vous
tête qui parle	parler silhouette
silhouette de buste	mystère ombre
silhouettes de bustes	bff gens meilleur ami meilleure amie meilleures amies
étreinte	accolade amitié au revoir bonjour câlin
famille	enfant femme fils garçon homme
famille : adulte, adulte, enfant
famille : adulte, adulte, enfant, enfant
famille : adulte, enfant	famille monoparentale
famille : adulte, enfant, enfant	famille monoparentale
traces de pas	empreintes pieds nus
tête de singe	animal Georges le petit curieux sourire visage
singe	animal primate
gorille	animal primate
orang-outan	animal primate singe
tête de chien	animal domestique chiot visage
chien	aboyer animal domestique
chien guide	accessibilité animal aveugle malvoyant non-voyant
chien d’assistance	accessibilité aide animal chien-guide handicap
caniche	animal chien
loup	animal louve tête de loup
renard	animal nature tête visage
raton laveur	animal curieux sournois
tête de chat	animal chaton miaou minou
chat	animal domestique chaton miaou miauler
chat noir	animal chaton félin halloween malchanceux
tête de lion	animal astrologie crinière fort horoscope
tête de tigre	animal félin prédateur visage
tigre	animal félin prédateur tigresse zoo
léopard	animal félin prédateur zoo
tête de cheval	animal dressage équitation ferme jument
élan	animal bois cervidé mammifère orignal
âne	animal bourricot mammifère mule têtu
cheval	animal course hippique hippodrome tiercé
licorne	animal licrone tête de licorne
zèbre	animal noir et blanc rayures zébrure
cerf	animal bois
bison	animal buffle cornes herbivore nature
tête de vache	animal lait meuh visage
bœuf	animal astrologie ferme horoscope taureau
buffle	animal corne zoo
vache	animal ferme lait meuh
tête de cochon	animal ferme porc visage
cochon	animal ferme gros jambon porc
sanglier	animal Game of Thrones
groin	animal ferme flair museau porc
bélier	animal astrologie corne ferme horoscope
mouton	animal bêler brebis doux ferme
chèvre	animal astrologie Capricorne ferme fromage
dromadaire	animal désert une bosse
chameau	animal chameau à deux bosses désert
lama	alpaca alpaga animal guanaco laine
girafe	animal cou taches
éléphant	animal pachyderme trompe
mammouth	animal défenses extinction géant grand
rhinocéros	animal corne
hippopotame	animal
tête de souris	animal visage
souris	animal
rat	animal
hamster	animal domestique tête de hamster visage
tête de lapin	animal domestique dents
lapin	animal domestique
écureuil	animal noisettes
castor	animal barrage dents rongeur
hérisson	animal épines épineux piquant porc-épic
chauve-souris	animal vampire
ours	animal miel nounours ours brun teddy
ours polaire	arctique blanc
koala	animal Australie
panda	animal tête de panda visage
paresseux	aï animal endormi lent
loutre	animal joueur mignon pêcheur
mouffette	animal odeur puer putois
kangourou	austalie joey kangoo marsupial marsupiaux
blaireau	animal ratel
empreintes d’animaux	empreintes de pattes
dindon	action de grâces animal dinde oiseau thanksgiving
poule	animal coq ferme oiseau poulet
coq	animal oiseau volaille
poussin qui éclôt	animal bébé éclosion naissance naître
poussin	animal oiseau tête de poussin
poussin de face	animal bébé nouveau-né oiseau
oiseau	animal ornithologie
pingouin	animal Antarctique banquise manchot oiseau
colombe	animal oiseau paix rameau voler
aigle	animal oiseau rapace
canard	animal coin-coin oiseau
cygne	animal jeune cygne oiseau vilain petit canard
chouette	animal hibou oiseau sage
dodo	animal Dronte espèce éteinte extinction grand
plume	écrire écrivain léger oiseau plumage
flamant	animal oiseau rose tropical
paon	animal bel oiseau coloré fière paonne
perroquet	animal oiseau parle pirate répète
aile	angélique aviation céleste mythologie oiseau
oiseau noir	animal bec corbeau corneille corvidé
oie	animal bête cacarder canard jars
phénix	ailes cendres feu gloire immortel
grenouille	animal crapaud tête de grenouille
crocodile	alligator animal caïman reptile zoo
tortue	animal carapace lentement reptile
lézard	animal reptile
serpent	animal reptile serpent à sonnette venin
tête de dragon	animal mythe tradition
dragon	animal Chine chinois Game of Thrones mythe
sauropode	animal brachiosaure brontosaure dinosaure diplodocus
T-Rex	animal dinosaure T. rex tyrannosaure Tyrannosaurus rex
baleine soufflant par son évent	animal baleine avec évent mer océan plage
baleine	animal mer océan plage
dauphin	animal Flipper mer océan plage
phoque	animal lion de mer océan otarie
poisson	alimentation animal astrologie horoscope manger
poisson tropical	animal
poisson-lune	animal
requin	animal Dents de la mer poisson
pieuvre	animal créature mer mollusque océan
coquille en spirale	animal conque coquillage mer plage
corail	océan réchauffement climatique récif
méduse	aïe animal aquarium brûlure gélatineux
crabe	animal astrologie Cancer horoscope mer
homard	animal bisque fruit de mer fruits de mer pinces
crevette	aliment crustacé fruits de mer nourriture
calamar	aliment animal encornet mollusque nourriture
huître	coquillage coquille mollusque perle
escargot	animal jardin lentement nature
papillon	animal insecte mignon printemps
chenille	animal insecte jardin
fourmi	animal insecte jardin
abeille	animal bourdon guêpe insecte miel
scarabée	animal insecte
coccinelle	animal bête insecte jardin nature
criquet	animal insecte sauterelle
cafard	animal blatte coquerelle insecte nuisible
araignée	animal insecte
toile d’araignée
scorpion	animal astrologie désert horoscope zodiaque
moustique	fièvre infection insecte maladie malaria
mouche	animal asticot insecte maladie nuisible
lombric	animal annélide insecte parasite ver de terre
microbe	amibe bactérie biologie microorganisme phagocytose
bouquet	amoureux anniversaire fleurs plante rendez-vous
fleur de cerisier	bourgeon plante printemps
fleur blanche
lotus	beauté bouddhisme calme fleur hindouisme
rosette	plante
rose	amour beauté fleur plante rouge
fleur fanée	mort rose
hibiscus	fleur plante
tournesol	champs fleur plante soleil
bourgeon	bouton d’or dent-de-lion fleur pissenlit plante
tulipe	bourgeon fleur plante printemps
jacinthe	fleurir indigo lavande lilas lupin
jeune pousse	germe jeune plant plante plantule pousser
plante en pot	décoration ennuyeux faire pousser intérieur nature
conifère	arbre feuilles persistantes forêt plante sapin de Noël
arbre à feuilles caduques	feuillu forêt nature plante
palmier	arbre cocotier plage plante tropical
cactus	désert épines nature piquant plante
plant de riz	grain plante
feuille	arbre feuilles plante
trèfle	Irlande plante
trèfle à quatre feuilles	4 chance Irlande plante porte-bonheur
feuille d’érable	automne feuille morte tomber
feuille morte	automne feuilles mortes tomber
feuille virevoltante	bourrasque souffle tourbillon de feuilles vent virevolter
nid vide	branches faire son nid maison
nid avec œufs	branches faire son nid oiseau
champignon	champignon vénéneux Mario plante
raisin	fruit nourriture
melon	fruit
pastèque	fruit
mandarine	agrume clémentine fruit nourriture orange
citron	acide agrume fruit nourriture zeste
citron vert	acide agrume fruit lime mojito
banane	fruit nourriture potassium
ananas	fruit nourriture tropical
mangue	fruit nourriture tropical tropique
pomme rouge	fruit nourriture
pomme verte	fruit nourriture
poire	fruit nourriture
pêche	fruit nourriture
cerises	fruit nourriture
fraise	fruit nourriture
myrtilles	airelles baies bleuets fruit nourriture
kiwi	fruit nourriture
tomate	fruit légume nourriture plante
olive	aliment apéritif apéro nourriture olivier
noix de coco	fruit nourriture palmier piña colada
avocat	fruit nourriture
aubergine	légume nourriture
pomme de terre	légume nourriture patate purée
carotte	légume nourriture
épi de maïs	ferme nourriture
piment rouge	nourriture piquant
poivron	légume piment poivron rouge poivron vert
concombre	cornichon légume nourriture
légume à feuilles vertes	bok choy chou chinois chou frisé chou pommé kale
brocoli	broccoli chou sauvage légume
ail	aromate assaisonnement condiment légume vampire
oignon	assaisonnement condiment légume ognon
cacahuètes	arachide noisette nourriture
haricots	haricot rouge légume légumineuse nourriture petit
châtaigne	marron nourriture plante
racine de gingembre	bière épice naturel santé
cosse de petits pois	edamame fève haricot légume légumineuse
champignon marron	automne brun cèpe fongus nature
pain	miche nourriture pain de mie
croissant	nourriture pain petit-déjeuner viennoiserie
baguette	nourriture pain
galette	arepa gordita lavash naan nourriture
bretzel	nourriture torsade
bagel	boulangerie petit-déjeuner sandwich schmear
pancakes	crêpe goûter nourriture petit-déjeuner
gaufre	brunch gourmandise goûter moule pâtisserie
part de fromage	nourriture
viande sur un os	nourriture
cuisse de poulet	dinde nourriture os volaille
morceau de viande	côtelette d’agneau côtelette de porc nourriture steak viande rouge
lard	bacon nourriture porc viande
hamburger	cheeseburger fast food nourriture
frites	fast food potatoes potatœs
pizza	fromage nourriture part pepperoni tranche
hot dog	nourriture saucisse de Francfort
sandwich	nourriture pain de mie pique-nique
taco	mexicain nourriture
burrito	kebab mexicain wrap
tamal	mexicain nourriture pamonha papillote
kebab	falafel nourriture pain pita
falafels	boulettes pois chiches seitan soja viande
œuf	nourriture
œuf au plat	cuisine friture nourriture petit-déjeuner poêle à frire
plat mitonné	casserole Espagne paella poêle riz
marmite	nourriture ragoût
fondue	bourguignonne chocolat fromage plat poêlon
bol avec cuillère	bol avec une cuillère céréales congee petit déjeuner soupe
salade verte	nourriture
pop-corn	cinéma nourriture
beurre	gras produit laitier
sel	condiment salé salière saveur
aliments en conserve	boîte de conserve nourriture
boîte déjeuner	bento nourriture
galette de riz	cracker nourriture
boulette de riz	japonais nourriture onigiri plat
bol de riz	nourriture
riz au curry	nourriture
bol fumant	nouilles nourriture ramen vapeur
spaghetti	italien nourriture pâtes restaurant sauce bolognaise
patate douce	nourriture patate douce au four
brochette de poisson	fruits de mer nourriture restaurant
sushi	japonais nourriture poisson riz
beignet de crevette
croquette de poisson	gâteau narutomaki nourriture restaurant surimi
gâteau de lune	automne festival moon cake yuèbǐng
brochette de bonbons	dango dessert japonais nourriture
boulette de pâte	dumpling empanada gyoza jiaozi pierogi
biscuit chinois	nourriture prophétie
boîte à emporter	baguettes carton chinois nourriture à emporter
glace italienne	cornet de glace dessert nourriture sucré
granité	coupe de glace crème glacée dessert nourriture restaurant
glace	coupe de glace crème glacée dessert nourriture restaurant
doughnut	dessert donut goûter nourriture sucrerie
cookie	biscuit dessert gâteau goûter nourriture
gâteau d’anniversaire	bougies dessert fête goûter joyeux anniversaire
gâteau sablé	dessert goûter nourriture pâtisserie sucré
cupcake	dessert muffin pâtisserie sucrerie
tarte	décoration garniture gâteau nourriture pâte à tarte
barre chocolatée	dessert goûter nourriture sucré
bonbon	dessert goûter nourriture sucrerie
sucette	dessert goûter nourriture sucrerie
crème renversée	dessert flan nourriture pudding sucré
pot de miel	nourriture ours sucré
biberon	bébé boisson lait naissance nouveau-né
verre de lait	boisson
boisson chaude	caféine matin thé
théière	boisson chaude infusion
tasse	boisson tasse de thé sans anse
saké	boisson bouteille et verre restaurant
bouteille de champagne	alcool boisson bouchon félicitations fête
verre de vin	alcool bar boisson club restaurant
cocktail	alcool bar boisson club martini
cocktail tropical	alcool bar boîte fête tequila sunrise
chope	alcool bar boisson chope de bière oktoberfest
chopes de bière	alcool boisson santé tchin trinquer
trinquer	alcool célébrer champagne fêter santé
verre tumbler	alcool liqueur whisky
verser un liquide	accident boisson eau oups renverser
gobelet avec paille	boisson eau jus de fruits soda verre avec une paille
thé aux perles	boba boisson bubble tea lait paille
briquette de jus	boisson carton jus de fruits paille
maté	boisson
glaçon	cube froid glace iceberg
baguettes	hashi
fourchette et couteau avec assiette	assiette et couverts cuisine restaurant table
fourchette et couteau	couteau et fourchette couverts faim manger nourriture
cuillère	couvert manger
couteau de cuisine	arme chef outil
bocal	condiments conserver pot récipient rien
amphore	astrologie cuisine Grèce horoscope vase
globe tourné sur l’Afrique et l’Europe	espace monde planète Terre
globe tourné sur les Amériques	espace monde planète Terre
globe tourné sur l’Asie et l’Australie	espace monde planète Terre
globe avec méridiens	globe terrestre Internet monde toile
carte du monde	planisphère voyage
carte du Japon	voyage
boussole	compas direction magnétique navigation orientation
montagne enneigée	froid sommet voyage
montagne	nature sommet voyage
volcan	éruption lave nature
mont Fuji	montagne nature sommet voyage
camping	nature tente avec un sapin voyage
plage avec parasol	voyage
désert	voyage
île déserte	cocotier palmier voyage
parc national	nature voyage
stade
monument classique	colonnes voyage
construction d’un bâtiment	chantier grue
brique	argile mortier mur de briques the wall voie 9 3/4
rocher	caillou dur lourd pierre solide
bois	arbre bûcheron rondins tronc
hutte	abri case maisonnette yourte
maisons	bâtiments pavillons
maison abandonnée
maison	bâtiment foyer maison simple pavillon résidentiel
maison avec jardin	foyer pavillon résidentiel
immeuble de bureaux	ville
bureau de poste japonais	bâtiment poste japonaise voyage
bureau de poste	bâtiment européen
hôpital	bâtiment docteur médecin urgences
banque	bâtiment
hôtel	bâtiment voyage
love hotel	amour bâtiment cœur voyage
supérette	24h/24 bâtiment épicerie magasin supermarché
école	bâtiment
grand magasin	bâtiment centre commercial
usine	bâtiment
château japonais	bâtiment voyage
château	bâtiment européen voyage
mariage	amour chapelle cœur église
tour de Tokyo	Japon voyage
statue de la Liberté	New York voyage
église	bâtiment chapelle chrétien croix religion
mosquée	islam musulmane religion voyage
temple hindou	bouddhisme pagode religion stupa temple bouddhiste
synagogue	judaïsme juif juive religion temple
sanctuaire shinto	religion voyage
kaaba	islam musulmane religion voyage
fontaine	eau
tente	camping nature voyage
brume	brouillard voyage
nuit étoilée	étoiles ville voyage
ville	bâtiment voyage
soleil levant derrière les montagnes	lever de soleil matin nature voyage
soleil levant	lever de soleil matin nature voyage
ville au crépuscule	coucher de soleil immeubles soir tombée de la nuit voyage
coucher de soleil	crépuscule soir tombée de la nuit ville voyage
pont de nuit
sources chaudes	vapeur
cheval de manège
toboggan	aire de jeu glissade jouer
grande roue	parc d’attractions
montagnes russes	parc d’attractions
enseigne de barbier	coiffeur coiffure salon
chapiteau	cirque
locomotive	chemin de fer machine à vapeur moyen de transport rail tchou tchou
wagon	chemin de fer moyen de transport rail train tramway
TGV	chemin de fer moyen de transport rail rapide train à grande vitesse
train à grande vitesse	chemin de fer moyen de transport rail rapide TGV
train	arrivée chemin de fer moyen de transport rail voyage
métro	moyen de transport
métro léger	monorail moyen de transport RER
gare	chemin de fer moyen de transport rail RER train
tramway	moyen de transport RER trolleybus
monorail	moyen de transport véhicule
train de montagne	chemin de fer moyen de transport rail voyage wagon
wagon de tramway	moyen de transport trolleybus voiture voyage
bus	école moyen de transport véhicule
bus de face	bus qui arrive car moyen de transport
trolleybus	moyen de transport tramway
minibus	moyen de transport navette véhicule
ambulance	urgences véhicule
camion de pompier	pin-pon
voiture de police	flic patrouille véhicule
voiture de police de face	véhicule
taxi	moyen de transport taxi jaune uber véhicule
taxi de face	joe le taxi new york taxi jaune uber voiture
voiture	automobile conduire moyen de transport véhicule voyage
voiture de face	automobile conduire moyen de transport véhicule voiture qui arrive
véhicule utilitaire sport	automobile conduire moyen de transport véhicule de loisirs voiture
pick-up	auto camion benne camionnette pickup plateau
camion de livraison	camionnette moyen de transport véhicule
semi-remorque	camion moyen de transport poids lourd véhicule
tracteur	moyen de transport véhicule
voiture de course	course automobile formule 1
moto	course
scooter
fauteuil roulant manuel	accessibilité handicap
fauteuil motorisé	accessibilité fauteuil roulant handicap
tuk tuk	rickshaw taxi thaï tricycle
vélo	bicyclette cyclisme moyen de transport voyage
trottinette
planche à roulettes	glisse longboard skateboard
patin à roulettes	derby roller sport
arrêt de bus
autoroute	voyage
voie ferrée	chemin de fer rail train voyage
baril de pétrole
pompe à essence	diesel gazole station
roue	cercle pneu tourner véhicule voiture
gyrophare	alarme alerte lumière police sirène
feu tricolore horizontal	carrefour croisement feu de circulation
feu tricolore vertical	carrefour croisement feu de circulation
stop	octogonal panneau signe
travaux	barrière
ancre	bateau outil voyage
bouée de sauvetage	flotter sauver sauveteur secours sécurité
voilier	bateau mer moyen de transport plaisance voyage
canoë	bateau ramer
hors-bord	bateau été luxe moyen de transport vedette
paquebot	bateau croisière voyage
ferry	bateau moyen de transport voyage
bateau à moteur
navire	bateau croisière moyen de transport paquebot Titanic
avion	avion en vol jet moyen de transport véhicule voyage
petit avion	moyen de transport voyage
avion au décollage	départ moyen de transport voyage
avion à l’atterrissage	arrivée moyen de transport voyage
parachute	chute libre parachute ascensionnel parapente sensations fortes
siège	chaise fauteuil place
hélicoptère	moyen de transport véhicule
train suspendu	moyen de transport voyage
téléphérique	montagne moyen de transport ski télécabine
tramway aérien	moyen de transport télécabine
satellite	espace
fusée	décollage espace moyen de transport voyage
soucoupe volante	alien extraterrestre ovni
cloche de comptoir	clochette hôtel réception sonnette
bagage	valise voyage
sablier	chronomètre minuteur sable temps
sablier avec sable qui coule	attendre chronomètre minuteur temps
montre	heure
réveil	alarme attendre dring heure matin
chronomètre	heure temps
horloge	heure minuteur temps
pendule	horloge posée
midi/minuit	0 h 12 h heure horloge midi pile
midi/minuit et demie	00 h 30 12 h 30 heure horloge midi et demi
une heure	1 h 13 h horloge treize heures
une heure et demie	1 h 30 13 h 30 horloge treize heures trente
deux heures	14 h 2 h horloge quatorze heures
deux heures et demie	14 h 30 2 h 30 horloge quatorze heures trente
trois heures	15 h 3 h horloge quinze heures
trois heures et demie	15 h 30 3 h 30 horloge quinze heures trente
quatre heures	16 h 4 h seize heures
quatre heures et demie	16 h 30 4 h 30 horloge seize heures trente
cinq heures	17 h 5 h dix-sept heures horloge
cinq heures et demie	17 h 30 5 h 30 dix-sept heures trente horloge
six heures	18 h 6 h dix-huit heures horloge
six heures et demie	18 h 30 6 h 30 dix-huit heures trente horloge
sept heures	19 h 7 h dix-neuf heures horloge
sept heures et demie	19 h 30 7 h 30 dix-neuf heures trente horloge
huit heures	20 h 8 h horloge vingt heures
huit heures et demie	20 h 30 8 h 30 horloge vingt heures trente
neuf heures	21 h 9 h
neuf heures et demie	21 h 30 9 h 30 horloge
dix heures	10 h 22 h horloge vingt-deux heures
dix heures et demie	10 h 30 22 h 30 horloge vingt-deux heures trente
onze heures	11 h 23 h horloge vingt-trois heures
onze heures et demie	11 h 30 23 h 30 horloge
nouvelle lune	espace sombre
lune croissante	espace nuit
premier quartier de lune	espace nuit
lune gibbeuse croissante	espace gibbeux nuit
pleine lune	espace nuit
lune gibbeuse décroissante	espace gibbeux nuit
dernier quartier de lune	espace
lune décroissante	croissant de lune espace lune descendante nuit
croissant de lune	espace nuit Ramadan
nouvelle lune avec visage	espace nouvelle lune à visage nuit
premier quartier de lune avec visage	croissant de lune espace lune à visage nuit
dernier quartier de lune avec visage	croissant de lune lune à visage nuit
thermomètre	météo
soleil	beau temps brillant espace grand soleil météo
pleine lune avec visage	lune à visage nuit sourire
soleil avec visage	chaleur chaud éclatant ensoleillé jour
planète à anneaux	saturne saturnienne
étoile	astronomie nuit
étoile brillante	éclat étincelant étincelle nuit étoilée succès
étoile filante	espace nuit
voie lactée	espace
nuage	gris météo
soleil derrière les nuages	caché météo nuageux soleil derrière nuages
nuage avec éclair et pluie	météo orage
soleil derrière un petit nuage	caché météo
soleil derrière un gros nuage	caché météo
soleil derrière un nuage de pluie	caché gouttes météo
nuage avec pluie	averse gouttes mauvais temps météo nuage de pluie
nuage avec neige	flocons froid hiver météo nuage de neige
nuage avec éclair	nuage avec un éclair orageux temps
tornade	cyclone météo nuage tourbillon
brouillard	brume fog météo nuage
vent avec visage	météo nuage souffle visage du vent
cyclone	spirale tourbillon typhon vertige
arc-en-ciel	bisexuelle Gay Pride homosexuelle lesbienne LGBTQIA
parapluie fermé	météo
parapluie ouvert
parapluie avec gouttes de pluie	météo
parasol sur le sol	météo parapluie au sol plage soleil voyage
haute tension	courant danger éclair électricité nature
flocon	flocon de neige froid météo
bonhomme de neige	flocons
bonhomme de neige sans neige	froid
comète	espace météore
feu	allumer brûler chaud flamme fournaise
goutte d’eau	BD larme météo nature pluie
vague	Kanagawa lame large marée mer
citrouille	halloween lanterne
sapin de Noël	arbre fêtes guirlandes
feu d’artifice	14 juillet fête
cierge magique	14 juillet étincelles fête feu d’artifice
pétard	dynamite étincelle explosif explosive feu d’artifice
étincelles	* étoiles magie nuit étoilée scintiller
ballon gonflable	anniversaire ballon de baudruche fête
cotillons	anniversaire fête super
confettis	anniversaire fête
arbre à vœux	fête Japon prières Tanabata
bambou décoratif	fête japonais plante
poupées japonaises	festival
koinobori	carpe fête
carillon éolien	clochette fête vent
cérémonie de la lune
enveloppe rouge	argent bonne chance cadeau hóngbāo lai see
ruban	fête nœud ruban rose
cadeau	anniversaire cadeau emballé fête Noël nœud
ruban de mémoire	souvenir
billet d’entrée	place spectacle
billet	place spectacle
médaille militaire
trophée	championne coupe gagner prix victoire
médaille sportive	championne médaille d’or vainqueur victoire
médaille d’or	1er premier
médaille d’argent	2e deuxième
médaille de bronze	3e troisième
ballon de football	balle sport
baseball	balle de baseball sport
softball	balle gant sports
basket	ballon basket-ball panier sport
volley-ball	ballon jeu match sport
football américain	ballon sport Super Bowl
rugby	ballon sport
tennis	balle de tennis sport
disque volant	discoplane disque-volant frisbee sport ultimate
bowling	boule jeu partie quilles sport
cricket	balle de cricket batte jeu match sport
hockey sur gazon	balle crosse sport
hockey sur glace	crosse palet sport
crosse	balle but lacrosse raquette sport
ping-pong	balle jeu partie raquette sport
badminton	jeu match raquette sport volant
gant de boxe	sport
tenue d’arts martiaux	judo karaté kimono sport taekwondo
cage	but filet sport
drapeau de golf	sport trou
patin à glace	patiner patinoire sport
pêche à la ligne	canne à pêche sport
masque de plongée	apnée masque et tuba plonger snorkeling
maillot de course	athlétisme course à pied jogging running sport
ski	neige sport
luge	glisser neige traîneau
pierre de curling	granit jeu match partie sport
dans le mille	cible fléchettes jeu
yoyo	descendre jouet monter osciller
cerf-volant	planer voler
pistolet à eau	arme à feu flingue revolver
boule de billard	8 boule magique huit jeu pool
boule de cristal	avenir magie voyante
baguette magique	abracadabra magicien sorcière sort tour de magie
jeu vidéo	joystick manette playstation xbox
manette de jeu	jeu vidéo joystick
machine à sous	casino jeu
dés	hasard jeu
pièce de puzzle	assemblage énigme indice interloqué pièce manquante
ours en peluche	jeu jouet nounours
piñata	5 mai bonbons cinco de mayo confiseries fête
boule à facettes	briller danse disco fête soirée
poupées russes	emboîté empiler jouet matriochka poupée gigogne
pique	carte couleur jeu
cœur cartes	cartes à jouer couleur jeu rouge
carreau	carreaux carte couleur jeu
trèfle cartes	cartes à jouer couleur jeu noir
pion d’échec	duper sacrifiable
carte Joker	cartes à jouer jeu
dragon rouge mahjong	jeu mah-jong
jeu des fleurs	carte à jouer japonais
spectacle vivant	acteur actrice art masque théâtre
cadre avec image	art musée peinture tableau encadré
palette de peinture	artiste couleurs musée de peinture peindre peintre
bobine de fil	aiguille coudre couture ficelle
aiguille à coudre	broderie couture fil à coudre points suture
fil	boule crochet laine pelote tricot
nœud	attacher corde entrelacer lien noué
lunettes de vue	accessoire œil vêtements yeux
lunettes de soleil	lunettes noires
lunettes	lunettes de chimiste lunettes de labo lunettes de piscine lunettes de protection lunettes de soudage
blouse blanche	docteur expérience expérimentation laboratoire manteau blanc
gilet de sécurité	chantier fluo gilet jaune gilet orange sûreté
cravate	chemise travail vêtements
T-shirt	bleu chemise courses décontracté polo
jean	bleu courses denim pantalon shopping
foulard	cou écharpe froid glagla vêtements
gants	main vêtements
manteau	froid glagla veste vêtements
chaussettes	pieds vêtements
robe	courses élégante jolie shopping vêtements
kimono	vêtements
sari	inde mode robe traditionnel vêtement
maillot de bain une pièce	maillot une pièce
slip	maillot de bain slip de bain sous-vêtement une pièce
short	baignade caleçon maillot de bain piscine plage
bikini	maillot de bain nager piscine plage vêtements
vêtements de femme	chemise chemisier courses shopping
éventail	agiter chaleur charmer chaud danser
porte-monnaie	accessoire courses sac à main shopping vêtements
sac à main	accessoire courses shopping vêtements
pochette	accessoire sac à main trousse vêtements
sacs de shopping	achats courses
cartable	école sac à dos
tong	claquettes été mer sandales de plage tatanes
chaussure d’homme	accessoire coup de pied courses marron shopping
chaussure de sport	accessoire athlétisme basket coup de pied courir
chaussure de randonnée	camping chaussure de marche chaussures de chantier chaussures de montagne chaussures de sécurité
chaussure plate	ballerine chaussure sans lacets chaussures plates mule vêtements
chaussure à talon haut	accessoire chaussure de femme courses mode shopping
sandale de femme	chaussure à talon chaussure de femme talon haut vêtements
chaussons de danse	ballerines ballet chaussures classique
botte de femme	accessoire chaussure courses shopping vêtements
peigne afro	cheveux démêler démêloir peigner
couronne	accessoire famille royale monarchie monarque reine
chapeau de femme	vêtements
haut de forme	accessoire chapeau élégant haut-de-forme magie
toque universitaire	accessoire chapeau diplôme étudiant université
casquette américaine	baseball cap casquette de baseball chapeau vêtements
casque militaire	armée équipement guerre guerrier protection
casque de secouriste	assistance casque croix blanche casque de sauveteur secours
chapelet	accessoire collier perles prière religion
rouge à lèvres	cosmétiques maquillage rendez-vous
bague	alliance amour brillant diamant étincelant
pierre précieuse	argent bijou diamant fiançailles joyau
muet	chut haut-parleur barré haut-parleur d’enceinte silence son
volume des enceintes faible	haut-parleur d’enceinte son volume bas
volume des enceintes moyen	haut-parleur d’enceinte son volume moyen
volume des enceintes élevé	fort haut-parleur d’enceinte musique son volume élevé
haut-parleur	communication fort mégaphone message son
porte-voix	encourager hourra manifestation mégaphone
cor postal	cor de facteur poste
cloche	clochette sonner
alarme désactivée	barrée cloche silence
partition	musique note
note de musique
notes de musique	partition
micro de studio	chant enregistrement microphone musique
curseur de niveau	musique
boutons de réglage	boutons de commande boutons de contrôle musique réglages
micro	chanter karaoke microphone musique
casque	écouteurs musique son
radio	actualités communication loisirs musique vidéo
saxophone	instrument musique
trompette	instrument musique
accordéon	bandonéon concertina instrument mélodie musique
guitare	guitare électrique instrument musique
piano	clavier instrument musique touches
violon	instrument musique
banjo	instrument à cordes musique
batterie	baguettes musique tambour
djembé	battement conga instrument musique percussions
maracas	cha cha cha danser fête hochet instrument
flûte	bois fanfare fifre flûte à bec flûtiste
téléphone portable	communication smartphone
appel entrant	communication recevoir un appel smartphone
téléphone	téléphone rouge
combiné téléphonique	communication téléphone
bipeur	communication pager
fax	communication télécopieur
pile
pile faible	batterie faible déchargé électronique énergie faible
câble avec fiche électrique	branché électricité prise électrique
ordinateur portable	bureau travail
ordinateur de bureau	moniteur
imprimante	imprimer ordinateur
clavier	informatique ordinateur
souris d’ordinateur	informatique
boule de commande	informatique ordinateur souris à boule trackball
disque d’ordinateur	minidisc
disquette	informatique ordinateur
CD	blu-ray disque DVD
DVD	blu-ray CD disque
abaque	boulier calculation mathématiques
caméra	cinéma filmer réalisateur réalisatrice vidéo
pellicule	bande cinéma film
projecteur cinématographique	film vidéo
clap	action ça tourne film
téléviseur	petit écran télévision TV
appareil photo	selfie vidéo
appareil photo avec flash
caméscope	caméra filmer vidéo
cassette vidéo	magnétoscope vhs vidéocassette vintage
loupe orientée à gauche	agrandir chercher détective loupe gauche recherche
loupe orientée à droite	agrandir chercher détective loupe droite recherche
bougie	chandelle lumière
ampoule	allumer bande dessinée BD idée lampe
torche	lampe électrique lampe torche lumière outil
lampion rouge	japonais lanterne lumière restaurant
diya	ārtī Diwali fête inde huile lampe à beurre
carnet avec couverture	cahier école écrire livre
livre fermé	apprendre école enseignement lire littérature
livre ouvert	apprendre bibliothèque école enseignement étudier
livre vert	apprendre bibliothèque école enseignement étudier
livre bleu	apprendre école éducation lecture lire
livre orange	apprendre école éducation lecture lire
livres	apprendre bibliothèque école enseignement étudier
carnet	cahier écrire
carnet de compte	cahier classeur grand livre
page enroulée	document
parchemin	papier
page	document
journal	actualités communication gros titres presse une
journal roulé	actualités presse
signets	marqueur onglets
marque-page	marqueur signet
étiquette
pièce	argent euro fortune métal pièce de monnaie
sac plein d’argent	avare banque dollar parier payer
billet en yens	argent billet de banque payer
billet en dollars	argent billet de banque payer
billet en euros	argent billet de banque payer
billet en livres	argent billet de banque payer
billet avec des ailes	argent billet de banque dollars payer
carte bancaire	argent banque carte de crédit payer
reçu	comptabilité comptable facture faire les comptes justificatif
courbe avec yen en hausse	banque croissance devise graphique marché
enveloppe	courrier électronique e-mail lettre message
e-mail	courriel courrier électronique lettre message
message reçu	courriel courrier électronique e-mail enveloppe envoyer
enveloppe avec flèche	communication courriel courrier électronique e-mail envoi
boîte d’envoi	courriel courrier électronique e-mail envoyer flèche
boîte de réception	courriel courrier électronique e-mail flèche lettre
colis	boîte livraison paquet
boîte aux lettres fermée drapeau levé	courrier
boîte aux lettres fermée drapeau baissé	courrier
boîte aux lettres ouverte drapeau levé	courrier
boîte aux lettres ouverte drapeau baissé	courrier
boîte aux lettres	courrier poste
urne électorale	a voté bulletin de vote voter
crayon	crayon à papier gomme mine
stylo plume noir	écrire
stylo plume	écrire
stylo	écrire stylo bille stylo-bille
pinceau	peinture
crayon pastel	rouge
mémo	bloc-notes crayon écrire
porte-documents	accessoire bureau cartable
dossier	fichier répertoire
dossier ouvert	ouvrir le dossier répertoire
intercalaires	classement classeur index
calendrier	date
éphéméride	agenda calendrier date planning
bloc-notes à spirale	bloc-notes à spirales cahier
calendrier à spirale	bloc-notes calendrier à spirales
carnet d’adresses	carte fiche index rolodex vintage
graphique en hausse	croissance données haut tendance
graphique en baisse	bas chute données négatif tendance
graphiques à barres	données
porte-bloc	fournitures liste presse-papiers
punaise	fournitures
épingle	carte emplacement fournitures punaise ronde
trombone	fournitures
trombones	fournitures
règle	fournitures mathématiques règle plate
équerre	fournitures mathématiques
ciseaux	découper fournitures papier
boîte à dossiers	classeur
meuble à dossiers	classement classer classeur
corbeille à papiers	poubelle
cadenas fermé	privé verrouiller
cadenas ouvert	déverrouiller ouvrir
cadenas fermé avec stylo	confidentiel privé stylo plume verrouillé
cadenas fermé avec clé	cadenas avec une clé privé sécurisé verrouillé
clé	mot de passe ouvrir serrure
clé ancienne	fermer indice serrure verrouiller
marteau	outil réparer travaux
hache	bois bûcheron fendre hachette
pioche	mine outil
marteau et pioche	marteau et burin outils
marteau et clé à molette	outils
dague	arme couteau poignard
épées croisées	armes
bombe	bande dessinée BD boum danger explosion
boomerang	aborigène australie jeu outil répercussion
arc et flèche	archer astrologie horoscope Sagittaire sport
bouclier	arme
scie	outil scie à bois scie égoïne scier
clé à molette	outil travaux
tournevis	outillage
vis et écrou	boulon outil travaux
roue dentée	engrenage outil
serre-joint	compresser comprimer outil serre-joints
balance à poids	astrologie horoscope justice zodiaque
canne blanche	accessibilité aveugle déficient visuel malvoyant
chaînons	chaîne maillons mousqueton
chaîne brisée	chaîne cassée chaîne rompue liberté
chaînes
crochet	accrocher appâter attraper capitaine ferrer
boîte à outils	caisse à outils coffre mécanique mécano
aimant	aimanter attirer attraction fer à cheval magnétique
échelle	ascension barreau échelon escabeau grimper
alambic	chimie outil
tube à essai	chimie chimiste expérience expérimentation laboratoire
boîte de pétri	bactérie bactériologie biologiste culture laboratoire
adn	biologie biologiste évolution génétique science
microscope	expérience laboratoire outil science
télescope	astronomie espace outil planètes science
antenne satellite	antenne parabolique parabole science
seringue	aiguille docteur malade médecine piqûre
goutte de sang	don du sang médecine menstruations règles
pilule	docteur gélule malade médecine médicament
sparadrap	bandage bobo médecine pansement premiers secours
béquille	accident aide blessé boiter canne
stéthoscope	cœur diagnostic docteur médecine poumons
radiographie	cage thoracique docteur médical os rayons X
porte	placard porte d’entrée
ascenseur	accessibilité descente monte-charge monte-personnes montée
miroir	beauté glace image maquillage psyché
fenêtre	air frais cadre carreaux ouverture transparent
lit	dormir hôtel
canapé et lampe	canapé avec une lampe
chaise	assis siège
toilettes	cabinets WC
ventouse	déboucheur dégorgement outil plombier succion
douche	pommeau de douche
baignoire	bain mousse
tapette à souris	apât appât fromage leurre piège à souris
rasoir	coupant lame raser tranchant
bouteille de lotion	après-shampoing crème hydratante crème pour le corps crème solaire flacon
épingle de sûreté	couche épingle à nourrice épingle de nourrice imperdable lange
balai	balais balayage ménage nettoie nettoyage
panier	agriculture cueillette lessive linge pique-nique
rouleau de papier	essuie-tout papier hygiénique papier toilette rouleau de pq
seau	conteneur plage
savon	bain bulles lavage me laver mousse
bulles	propre savon sous l’eau
brosse à dents	brosser les dents dentaire hygiène laver les dents salle de bain
éponge	absorbante absorbe laver nettoyage nettoyer
extincteur	chaud éteindre feu fire incendie
chariot	caddie courses panier shopping supermarché
cigarette	cigarette allumée fumer signe Fumeur
cercueil	enterrement mort obsèques vampire
pierre tombale	cimetière enterrement funérailles mémorial mort
urne funéraire	cendres mort obsèques
mauvais œil	amulette l’oeil bleu mauvais oeil nazar boncuk nazarboncuk
main de Fatma	amulette chance khamsa Myriam protection
moai	île de Pâques monolithe statue voyage
pancarte	affiche écriteau grève manifestation panneau
carte d’identité	justificatif papiers permis de conduire pièce d’identité sécurité
distributeur de billets	argent banque dab guichet automatique retrait
icône Poubelle	corbeille déchets jeter
eau potable	eau du robinet
symbole Accès handicapés	fauteuil roulant mobilité réduite
symbole Toilettes hommes	symbole Homme WC
symbole Toilettes femmes	symbole Femme WC
panneau Toilettes	WC
symbole Bébé	espace de change
WC	toilettes
contrôle des passeports
douane	douanes
retrait des bagages	aéroport arrivée avion valise voyage
consigne	bagages casier clé valise
symbole d’avertissement	attention
traversée d’enfants	circulation école piétons
sens interdit	circulation entrée interdite interdiction non panneau
symbole d’interdiction	entrée interdite
vélos interdits	bicyclette interdiction
interdiction de fumer	cigarette barrée interdit de fumer
dépôt d’ordures interdit	déchets interdiction ne pas jeter
eau non potable	imbuvable interdiction interdit ne pas boire
interdit aux piétons	interdiction
téléphones portables interdits	interdiction
18 ans et plus	dix-huit interdiction interdit aux mineurs limite d’âge majorité
radioactif	radioactivité symbole
danger biologique	symbole
flèche haut	direction nord sens
flèche haut droite	direction nord-est sens
flèche haut gauche	direction nord-ouest sens
flèche haut bas
flèche courbe gauche
flèche courbe droite
flèche courbe haut
flèche courbe bas
flèches dans le sens horaire	actualiser symbole Recharger
lieu de culte	prier religion
symbole de l’atome	athée
om	hindou religion
étoile de David	judaïsme juif juive religion
roue du Dharma	bouddhisme bouddhiste religion roue de dharma
yin yang	complémentaire religion taoïsme
croix latine	chrétienne religion
croix orthodoxe	chrétienne religion
lune et étoile	islam musulmane ramadan religion
symbole de paix	paix et amour peace and love
chandelier à sept branches	candélabre Hanoucca Hanoukka judaïsme juif
étoile à 6 branches	chance judaïsme juif juive
khanda	deg tegh fateh foi khalsa religion sikhisme
bélier zodiaque	astrologie horoscope
taureau	astrologie horoscope zodiaque
gémeaux	astrologie horoscope zodiaque
cancer	astrologie crabe horoscope zodiaque
lion	astrologie horoscope zodiaque
vierge	astrologie horoscope zodiaque
balance	astrologie horoscope justice zodiaque
scorpion zodiaque	astrologie horoscope
sagittaire	astrologie horoscope zodiaque
capricorne	astrologie chèvre horoscope zodiaque
verseau	astrologie horoscope zodiaque
poissons	astrologie horoscope zodiaque
serpentaire	ophiuchus zodiaque
petit triangle haut	bouton haut flèche
double flèche vers le haut	flèche double rapide
cinéma	caméra film
barres de réseau	communication couverture portable réception téléphone
sans fil	connexion haut débit hotspot internet ordinateur
mode vibreur	communication portable téléphone
téléphone éteint	éteindre portable
symbole de la femme
symbole de l’homme
symbole de la communauté transgenre
signe multiplier	* × annuler croix noire multiplication
plus	+ addition ajouter arithmétique mathématiques
moins	- − arithmétique mathématiques signe moins
signe diviser	÷ algèbre division mathématiques
signe égal gras	égalité mathématiques réponse
infini	éternité illimité universel
double point d’exclamation	!! ponctuation surprise
points d’exclamation et d’interrogation	!? ponctuation question surprise
point d’interrogation rouge	? ponctuation question
point d’interrogation blanc	? ponctuation question
point d’exclamation blanc	! ponctuation surprise
point d’exclamation rouge	! ponctuation
ligne ondulée	ponctuation tiret trait d’union ondulé vague
conversion de devise	argent banque change
symbole dollar	argent devise espèces payer
caducée	docteur Esculape médecine personnel
symbole Recyclage
fleur de lys	blason fleur de lis reine roi royauté française
trident	ancre bateau fourche mer Poséidon
badge nominatif
cercle rouge	0 anneau gros cercle
case cochée	✓ bouton carré OK oui
coche	✓ coche noire OK oui sélection
croix	× annuler croix rouge multiplication multiplier
boucle	bouclette
double boucle
alternance	symbole
astérisque huit branches	* astérique huit branches étoile
étoile huit branches	* astérisque
éclat	* briller étinceler étincelle scintiller
symbole copyright	© droits d’auteur propriété intellectuelle
marque déposée	® marque commerciale
marque commerciale déposée	marque déposée TM
touches : #
touches : *
touches : 0	zéro
touches : 1	un
touches : 2	deux
touches : 3	trois
touches : 4	quatre
touches : 5	cinq
touches : 6	six
touches : 7	sept
touches : 8	huit
touches : 9	neuf
touches : 10
majuscules	ABCD alphabet latin lettres latines saisie
minuscules	abcd alphabet latin lettres latines saisie
saisie de chiffres	1234
saisie de symboles
alphabet latin	abc saisie de lettres
groupe sanguin A
groupe sanguin AB
groupe sanguin B
bouton Cool	icône Cool
bouton Gratuit	icône Gratuit
source d’informations	guichet d’informations
m encerclé
bouton Nouveau	icône Nouveau nouveauté
groupe sanguin O
bouton OK	icône OK
bouton Vers le haut	icône Nouveauté up
bouton pas gratuit en japonais	idéogramme payant
bouton gratuit en japonais	idéogramme
disque rouge	cercle forme géométrique géométrie rond
disque orange	cercle forme géométrique géométrie rond
disque jaune	cercle forme géométrique géométrie rond
disque vert	cercle forme géométrique géométrie rond
disque bleu	cercle forme géométrique géométrie rond
disque violet	cercle forme géométrique géométrie rond
disque marron	cercle disque brun forme géométrique géométrie rond
disque noir	cercle forme géométrique géométrie rond
disque blanc	cercle forme géométrique géométrie rond
grand losange orange	forme géométrique géométrie
grand losange bleu	forme géométrique géométrie grand losange orange
petit losange orange	forme géométrique géométrie
petit losange bleu	forme géométrique géométrie
triangle rouge pointant vers le haut	flèche forme géométrique géométrie triangle haut
triangle rouge pointant vers le bas	flèche forme géométrie triangle bas
diamant avec un point	bande dessinée BD géométrie géométrique intérieur
drapeau à damier	course automobile formule 1 ligne d’arrivée sport automobile vainqueur
drapeau triangulaire	drapeau rouge fanion golf
drapeaux croisés	japonais
drapeau noir
drapeau blanc
drapeau arc-en-ciel	lgbt
drapeau transgenre	blanc bleu clair rose
drapeau de pirate	pillage piller trésor
drapeau : Île de l’Ascension
drapeau : Andorre
drapeau : Émirats arabes unis
drapeau : Afghanistan
drapeau : Antigua-et-Barbuda
drapeau : Anguilla
drapeau : Albanie
drapeau : Arménie
drapeau : Angola
drapeau : Antarctique
drapeau : Argentine
drapeau : Samoa américaines
drapeau : Autriche
drapeau : Australie
drapeau : Aruba
drapeau : Îles Åland
drapeau : Azerbaïdjan
drapeau : Bosnie-Herzégovine
drapeau : Barbade
drapeau : Bangladesh
drapeau : Belgique
drapeau : Burkina Faso
drapeau : Bulgarie
drapeau : Bahreïn
drapeau : Burundi
drapeau : Bénin
drapeau : Saint-Barthélemy
drapeau : Bermudes
drapeau : Brunei
drapeau : Bolivie
drapeau : Pays-Bas caribéens
drapeau : Brésil
drapeau : Bahamas
drapeau : Bhoutan
drapeau : Île Bouvet
drapeau : Botswana
drapeau : Biélorussie
drapeau : Belize
drapeau : Canada
drapeau : Îles Cocos
drapeau : Congo-Kinshasa
drapeau : République centrafricaine
drapeau : Congo-Brazzaville
drapeau : Suisse
drapeau : Côte d’Ivoire
drapeau : Îles Cook
drapeau : Chili
drapeau : Cameroun
drapeau : Chine
drapeau : Colombie
drapeau : Île Clipperton
drapeau : Costa Rica
drapeau : Cuba
drapeau : Cap-Vert
drapeau : Curaçao
drapeau : Île Christmas
drapeau : Chypre
drapeau : Tchéquie
drapeau : Allemagne
drapeau : Diego Garcia
drapeau : Djibouti
drapeau : Danemark
drapeau : Dominique
drapeau : République dominicaine
drapeau : Algérie
drapeau : Ceuta et Melilla
drapeau : Équateur
drapeau : Estonie
drapeau : Égypte
drapeau : Sahara occidental
drapeau : Érythrée
drapeau : Espagne
drapeau : Éthiopie
drapeau : Union européenne
drapeau : Finlande
drapeau : Fidji
drapeau : Îles Malouines
drapeau : Micronésie
drapeau : Îles Féroé
drapeau : France
drapeau : Gabon
drapeau : Royaume-Uni
drapeau : Grenade
drapeau : Géorgie
drapeau : Guyane française
drapeau : Guernesey
drapeau : Ghana
drapeau : Gibraltar
drapeau : Groenland
drapeau : Gambie
drapeau : Guinée
drapeau : Guadeloupe
drapeau : Guinée équatoriale
drapeau : Grèce
drapeau : Géorgie du Sud-et-les Îles Sandwich du Sud
drapeau : Guatemala
drapeau : Guam
drapeau : Guinée-Bissau
drapeau : Guyana
drapeau : R.A.S. chinoise de Hong Kong
drapeau : Îles Heard-et-MacDonald
drapeau : Honduras
drapeau : Croatie
drapeau : Haïti
drapeau : Hongrie
drapeau : Îles Canaries
drapeau : Indonésie
drapeau : Irlande
drapeau : Israël
drapeau : Île de Man
drapeau : Inde
drapeau : Territoire britannique de l’océan Indien
drapeau : Irak
drapeau : Iran
drapeau : Islande
drapeau : Italie
drapeau : Jersey
drapeau : Jamaïque
drapeau : Jordanie
drapeau : Japon
drapeau : Kenya
drapeau : Kirghizstan
drapeau : Cambodge
drapeau : Kiribati
drapeau : Comores
drapeau : Saint-Christophe-et-Niévès
drapeau : Corée du Nord
drapeau : Corée du Sud
drapeau : Koweït
drapeau : Îles Caïmans
drapeau : Kazakhstan
drapeau : Laos
drapeau : Liban
drapeau : Sainte-Lucie
drapeau : Liechtenstein
drapeau : Sri Lanka
drapeau : Liberia
drapeau : Lesotho
drapeau : Lituanie
drapeau : Luxembourg
drapeau : Lettonie
drapeau : Libye
drapeau : Maroc
drapeau : Monaco
drapeau : Moldavie
drapeau : Monténégro
drapeau : Saint-Martin
drapeau : Madagascar
drapeau : Îles Marshall
drapeau : Macédoine du Nord
drapeau : Mali
drapeau : Myanmar (Birmanie)
drapeau : Mongolie
drapeau : R.A.S. chinoise de Macao
drapeau : Îles Mariannes du Nord
drapeau : Martinique
drapeau : Mauritanie
drapeau : Montserrat
drapeau : Malte
drapeau : Maurice
drapeau : Maldives
drapeau : Malawi
drapeau : Mexique
drapeau : Malaisie
drapeau : Mozambique
drapeau : Namibie
drapeau : Nouvelle-Calédonie
drapeau : Niger
drapeau : Île Norfolk
drapeau : Nigeria
drapeau : Nicaragua
drapeau : Pays-Bas
drapeau : Norvège
drapeau : Népal
drapeau : Nauru
drapeau : Niue
drapeau : Nouvelle-Zélande
drapeau : Oman
drapeau : Panama
drapeau : Pérou
drapeau : Polynésie française
drapeau : Papouasie-Nouvelle-Guinée
drapeau : Philippines
drapeau : Pakistan
drapeau : Pologne
drapeau : Saint-Pierre-et-Miquelon
drapeau : Îles Pitcairn
drapeau : Porto Rico
drapeau : Territoires palestiniens
drapeau : Portugal
drapeau : Palaos
drapeau : Paraguay
drapeau : Qatar
drapeau : La Réunion
drapeau : Roumanie
drapeau : Serbie
drapeau : Russie
drapeau : Rwanda
drapeau : Arabie saoudite
drapeau : Îles Salomon
drapeau : Seychelles
drapeau : Soudan
drapeau : Suède
drapeau : Singapour
drapeau : Sainte-Hélène
drapeau : Slovénie
drapeau : Svalbard et Jan Mayen
drapeau : Slovaquie
drapeau : Sierra Leone
drapeau : Saint-Marin
drapeau : Sénégal
drapeau : Somalie
drapeau : Suriname
drapeau : Soudan du Sud
drapeau : Sao Tomé-et-Principe
drapeau : Salvador
drapeau : Saint-Martin (partie néerlandaise)
drapeau : Syrie
drapeau : Eswatini
drapeau : Tristan da Cunha
drapeau : Îles Turques-et-Caïques
drapeau : Tchad
drapeau : Terres australes françaises
drapeau : Togo
drapeau : Thaïlande
drapeau : Tadjikistan
drapeau : Tokelau
drapeau : Timor oriental
drapeau : Turkménistan
drapeau : Tunisie
drapeau : Tonga
drapeau : Turquie
drapeau : Trinité-et-Tobago
drapeau : Tuvalu
drapeau : Taïwan
drapeau : Tanzanie
drapeau : Ukraine
drapeau : Ouganda
drapeau : Îles mineures éloignées des États-Unis
drapeau : Nations Unies
drapeau : États-Unis
drapeau : Uruguay
drapeau : Ouzbékistan
drapeau : État de la Cité du Vatican
drapeau : Saint-Vincent-et-les Grenadines
drapeau : Venezuela
drapeau : Îles Vierges britanniques
drapeau : Îles Vierges des États-Unis
drapeau : Viêt Nam
drapeau : Vanuatu
drapeau : Wallis-et-Futuna
drapeau : Samoa
drapeau : Kosovo
drapeau : Yémen
drapeau : Mayotte
drapeau : Afrique du Sud
drapeau : Zambie
drapeau : Zimbabwe
drapeau : Angleterre
drapeau : Écosse
drapeau : Pays de Galles`;
