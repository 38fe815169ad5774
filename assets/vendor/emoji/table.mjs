/* Trimmed from emojibase-data (MIT, see LICENSE): per line an emoji, "*" if it takes a skin tone, its names, its label if that says more, words to find it by. */
export const groups = {
  faces: `😀	grinning grinning_face		cheerful cheery grin
😃	smiley grinning_face_with_big_eyes		awesome grin happy
😄	smile grinning_face_with_closed_eyes	grinning face with smiling eyes	eye grin happy
😁	grin beaming_face	beaming face with smiling eyes	eye grinning happy
😆	laughing satisfied	grinning squinting face	closed eyes haha
😅	sweat_smile grinning_face_with_sweat		cold dejected excited
🤣	rofl	rolling on the floor laughing	crying face funny
😂	joy lmao	face with tears of joy	crying feels funny
🙂	slightly_smiling_face		happy smile
🙃	upside_down_face		hehe smile upside-down
🫠	melting_face melt		disappear dissolve embarrassed
😉	wink winking_face		flirt heartbreaker sexy
😊	blush smiling_face_with_closed_eyes		eye glad satisfied
😇	innocent halo	smiling face with halo	angel angelic angels
🥰	smiling_face_with_three_hearts smiling_face_with_3_hearts		adore crush heart
😍	heart_eyes smiling_face_with_heart_eyes		143 bae eye
🤩	star_struck		excited eyes face
😘	kissing_heart blowing_a_kiss	face blowing a kiss	adorbs bae flirt
😗	kissing kissing_face		143 date dating
☺️	relaxed smiling_face		happy outlined smile
😚	kissing_closed_eyes kissing_face_with_closed_eyes		143 bae blush
😙	kissing_smiling_eyes kissing_face_with_smiling_eyes		143 closed date
🥲	smiling_face_with_tear		glad grateful happy
😋	yum savoring_food	face savoring food	delicious eat full
😛	stuck_out_tongue face_with_tongue		awesome cool nice
😜	stuck_out_tongue_winking_eye	winking face with tongue	crazy epic funny
🤪	zany_face zany		crazy eye eyes
😝	stuck_out_tongue_closed_eyes	squinting face with tongue	eye gross horrible
🤑	money_mouth_face		money-mouth paid
🤗	hugs hug	smiling face with open hands	hugging
🤭	hand_over_mouth face_with_hand_over_mouth		giggle giggling oops
🫢	face_with_open_eyes_and_hand_over_mouth face_with_open_eyes_hand_over_mouth		amazement awe disbelief
🫣	face_with_peeking_eye peek		captivated embarrass hide
🤫	shushing_face shush		quiet shh
🤔	thinking thinking_face		chin consider hmm
🫡	saluting_face salute		good luck ma’am
🤐	zipper_mouth_face zipper_mouth		keep quiet secret
🤨	raised_eyebrow face_with_raised_eyebrow		disapproval disbelief distrust
😐	neutral_face neutral		awkward blank deadpan
😑	expressionless expressionless_face		awkward dead fine
😶	no_mouth	face without mouth	awkward blank expressionless
🫥	dotted_line_face		depressed disappear hidden
😶‍🌫️	face_in_clouds in_clouds		absentminded fog head
😏	smirk smirking	smirking face	boss dapper flirt
😒	unamused unamused_face		... bored fine
🙄	roll_eyes rolling_eyes	face with rolling eyes	eyeroll shade ugh
😬	grimacing grimacing_face		awk awkward dentist
😮‍💨	face_exhaling exhale		blow blowing exhausted
🤥	lying_face lying		liar lie pinocchio
🫨	shaking_face shaking		crazy daze earthquake
🙂‍↔️	head_shaking_horizontally		no shake
🙂‍↕️	head_shaking_vertically		nod yes
😌	relieved relieved_face		calm peace relief
😔	pensive pensive_face		awful bored dejected
😪	sleepy sleepy_face		crying good night
🤤	drooling_face drooling
😴	sleeping sleeping_face		bed bedtime good
😷	mask medical_mask	face with medical mask	cold dentist dermatologist
🤒	face_with_thermometer		ill sick
🤕	face_with_head_bandage		head-bandage hurt injury
🤢	nauseated_face nauseated		gross nasty sick
🤮	vomiting_face face_vomiting		barf ew gross
🤧	sneezing_face sneezing		fever flu gesundheit
🥵	hot_face hot		dying feverish heat
🥶	cold_face cold		blue blue-faced freezing
🥴	woozy_face woozy		dizzy drunk eyes
😵	dizzy_face knocked_out	face with crossed-out eyes	crossed-out dead feels
😵‍💫	face_with_spiral_eyes dizzy_eyes		confused hypnotized omg
🤯	exploding_head		blown explode mind
🤠	cowboy_hat_face cowboy		cowgirl
🥳	partying_face hooray		bday birthday celebrate
🥸	disguised_face disguised		disguise eyebrow glasses
😎	sunglasses smiling_face_with_sunglasses		awesome beach bright
🤓	nerd_face nerd		brainy clever expert
🧐	monocle_face face_with_monocle		classy fancy rich
😕	confused confused_face		befuddled confusing dunno
🫤	face_with_diagonal_mouth		confused confusion disappointed
😟	worried worried_face		anxious butterflies nerves
🙁	slightly_frowning_face		frown sad
☹️	frowning_face white_frowning_face		frown sad
😮	open_mouth face_with_open_mouth		believe forgot omg
😯	hushed hushed_face		epic omg stunned
😲	astonished astonished_face		cost no omg
😳	flushed flushed_face		amazed awkward crazy
🥺	pleading_face pleading		begging big eyes
🥹	face_holding_back_tears watery_eyes		admiration aww cry
😦	frowning frowning_face	frowning face with open mouth	caught frown guard
😧	anguished anguished_face		forgot scared scary
😨	fearful fearful_face		afraid anxious blame
😰	cold_sweat anxious	anxious face with sweat	blue eek mouth
😥	disappointed_relieved sad_relieved_face	sad but relieved face	anxious call close
😢	cry crying_face		awful feels miss
😭	sob loudly_crying_face		bawling cry sad
😱	scream screaming_in_fear	face screaming in fear	epic fearful munch
😖	confounded confounded_face		annoyed confused cringe
😣	persevere persevering_face		concentrate concentration focus
😞	disappointed disappointed_face		awful blame dejected
😓	sweat downcast_face	downcast face with sweat	close cold feels
😩	weary weary_face		crying fail feels
😫	tired_face tired		cost feels nap
🥱	yawning_face yawn		bedtime bored goodnight
😤	triumph nose_steam	face with steam from nose	anger angry feels
😡	pout rage	enraged face	anger angry feels
😠	angry angry_face		anger blame feels
🤬	cursing_face censored	face with symbols on mouth	censor cussing mad
😈	smiling_imp	smiling face with horns	demon devil evil
👿	imp angry_imp	angry face with horns	demon devil evil
💀	skull		body dead death
☠️	skull_and_crossbones		bone dead death
💩	hankey poop	pile of poo	bs comic doo
🤡	clown_face clown
👹	japanese_ogre ogre		creature devil face
👺	japanese_goblin goblin		angry creature face
👻	ghost		boo creature excited
👽	alien		creature extraterrestrial face
👾	space_invader alien_monster		creature extraterrestrial face
🤖	robot robot_face		monster
😺	smiley_cat grinning_cat		animal face mouth
😸	smile_cat grinning_cat_with_closed_eyes	grinning cat with smiling eyes	animal eye face
😹	joy_cat tears_of_joy_cat	cat with tears of joy	animal face laugh
😻	heart_eyes_cat smiling_cat_with_heart_eyes		animal eye face
😼	smirk_cat wry_smile_cat	cat with wry smile	animal face ironic
😽	kissing_cat		animal closed eye
🙀	scream_cat weary_cat		animal face oh
😿	crying_cat_face crying_cat		animal cry sad
😾	pouting_cat		animal face
🙈	see_no_evil	see-no-evil monkey	embarrassed face forbidden
🙉	hear_no_evil	hear-no-evil monkey	animal ears face
🙊	speak_no_evil	speak-no-evil monkey	animal face forbidden
💌	love_letter		heart mail romance
💘	cupid heart_with_arrow		143 adorbs date
💝	gift_heart heart_with_ribbon		143 anniversary emotion
💖	sparkling_heart		143 emotion excited
💗	heartpulse growing_heart		143 emotion excited
💓	heartbeat beating_heart		143 cardio emotion
💞	revolving_hearts		143 adorbs anniversary
💕	two_hearts		143 anniversary date
💟	heart_decoration		143 emotion hearth
❣️	heavy_heart_exclamation heart_exclamation		mark punctuation
💔	broken_heart		break crushed emotion
❤️‍🔥	heart_on_fire		burn love lust
❤️‍🩹	mending_heart		healthier improving recovering
❤️	heart red_heart		emotion love
🩷	pink_heart		143 adorable cute
🧡	orange_heart		143
💛	yellow_heart		143 cardiac emotion
💚	green_heart		143 emotion ily
💙	blue_heart		143 emotion ily
🩵	light_blue_heart		143 cute cyan
💜	purple_heart		143 bestest emotion
🤎	brown_heart		143
🖤	black_heart		evil wicked
🩶	grey_heart gray_heart		143 emotion ily
🤍	white_heart		143
💋	kiss	kiss mark	dating emotion heart
💯	100	hundred points	a+ agree clearly
💢	anger	anger symbol	angry comic mad
💥	boom collision		bomb collide comic
💫	dizzy		comic shining shooting
💦	sweat_drops	sweat droplets	comic drip droplet
💨	dash dashing_away		cloud comic fart
🕳️	hole
💬	speech_balloon		bubble comic dialog
👁️‍🗨️	eye_speech_bubble eye_in_speech_bubble		balloon witness
🗨️	left_speech_bubble		balloon dialog
🗯️	right_anger_bubble		angry balloon mad
💭	thought_balloon		bubble cartoon cloud
💤	zzz		comic good goodnight`,
  people: `👋*	wave	waving hand	bye cya
🤚*	raised_back_of_hand		backhand
🖐️*	raised_hand_with_fingers_splayed		finger stop
✋*	hand	raised hand	5 five
🖖*	vulcan_salute		finger hand
🫱*	rightwards_hand		handshake hold
🫲*	leftwards_hand		handshake hold
🫳*	palm_down_hand		dismiss drop
🫴*	palm_up_hand		beckon catch
🫷*	leftwards_pushing_hand		block five
🫸*	rightwards_pushing_hand		block five
👌*	ok_hand		awesome bet
🤌*	pinched_fingers		gesture hand
🤏*	pinching_hand		amount bit
✌️*	v	victory hand	peace
🤞*	crossed_fingers		cross finger
🫰*	hand_with_index_finger_and_thumb_crossed		<3 expensive
🤟*	love_you_gesture		fingers hand
🤘*	metal	sign of the horns	finger hand
🤙*	call_me_hand		hang loose
👈*	point_left	backhand index pointing left	finger hand
👉*	point_right	backhand index pointing right	finger hand
👆*	point_up_2	backhand index pointing up	finger hand
🖕*	fu	middle finger	hand
👇*	point_down	backhand index pointing down	finger hand
☝️*	point_up	index pointing up	finger hand
🫵*	index_pointing_at_the_viewer		finger hand
👍*	+1 thumbsup	thumbs up	+1 good
👎*	-1 thumbsdown	thumbs down	-1 bad
✊*	fist	raised fist	clenched hand
👊*	facepunch	oncoming fist	absolutely agree
🤛*	fist_left	left-facing fist	left-facing leftwards
🤜*	fist_right	right-facing fist	right-facing rightwards
👏*	clap	clapping hands	applause approval
🙌*	raised_hands	raising hands	celebration gesture
🫶*	heart_hands		<3 love
👐*	open_hands		hand hug
🤲*	palms_up_together		cupped dua
🤝*	handshake		agreement deal
🙏*	pray	folded hands	appreciate ask
✍️*	writing_hand		write
💅*	nail_care	nail polish	bored cosmetics
🤳*	selfie		camera phone
💪*	muscle	flexed biceps	arm beast
🦾	mechanical_arm		accessibility prosthetic
🦿	mechanical_leg		accessibility prosthetic
🦵*	leg		bent foot
🦶*	foot		ankle feet
👂*	ear		body ears
🦻*	ear_with_hearing_aid		accessibility hard
👃*	nose		body noses
🧠	brain		intelligent smart
🫀	anatomical_heart		beat cardiology
🫁	lungs		breath breathe
🦷	tooth		dentist pearly
🦴	bone		bones dog
👀	eyes		body eye
👁️	eye		1 body
👅	tongue		body lick
👄	lips	mouth	beauty body
🫦	biting_lip		anxious bite
👶*	baby		babies children
🧒*	child		bright-eyed grandchild
👦*	boy		bright-eyed child
👧*	girl		bright-eyed child
🧑*	adult	person
👱*	blond_haired_person	person: blond hair	blond-haired human
👨*	man		adult bro
🧔*	bearded_person	person: beard	whiskers
👩*	woman		adult lady
🧑‍🦰*	person_red_hair		adult red hair
🧑‍🦱*	person_curly_hair		adult curly hair
🧑‍🦳*	person_white_hair		adult white hair
🧑‍🦲*	person_bald		adult
🧓*	older_adult	older person	elderly grandparent
👴*	older_man	old man	adult bald
👵*	older_woman	old woman	adult elderly
🙍*	frowning_person		annoyed disappointed
🙎*	pouting_face	person pouting	disappointed downtrodden
🙅*	no_good	person gesturing NO	forbidden gesture
🙆*	ok_person	person gesturing OK	exercise gesture
💁*	information_desk_person	person tipping hand	fetch flick
🙋*	raising_hand	person raising hand	gesture here
🧏*	deaf_person		accessibility ear
🙇*	bow	person bowing	apology ask
🤦*	facepalm	person facepalming	again bewilder
🤷*	shrug	person shrugging	doubt dunno
🧑‍⚕️*	health_worker		doctor healthcare
👨‍⚕️*	man_health_worker		doctor healthcare
👩‍⚕️*	woman_health_worker		doctor healthcare
🧑‍🎓*	student		graduate
👨‍🎓*	man_student		graduate
👩‍🎓*	woman_student		graduate
🧑‍🏫*	teacher		instructor lecturer
👨‍🏫*	man_teacher		instructor lecturer
👩‍🏫*	woman_teacher		instructor lecturer
🧑‍⚖️*	judge		justice law
👨‍⚖️*	man_judge		justice law
👩‍⚖️*	woman_judge		justice law
🧑‍🌾*	farmer		gardener rancher
👨‍🌾*	man_farmer		gardener rancher
👩‍🌾*	woman_farmer		gardener rancher
🧑‍🍳*	cook		chef
👨‍🍳*	man_cook		chef
👩‍🍳*	woman_cook		chef
🧑‍🔧*	mechanic		electrician plumber
👨‍🔧*	man_mechanic		electrician plumber
👩‍🔧*	woman_mechanic		electrician plumber
🧑‍🏭*	factory_worker		assembly industrial
👨‍🏭*	man_factory_worker		assembly industrial
👩‍🏭*	woman_factory_worker		assembly industrial
🧑‍💼*	office_worker		architect business
👨‍💼*	man_office_worker		architect business
👩‍💼*	woman_office_worker		architect business
🧑‍🔬*	scientist		biologist chemist
👨‍🔬*	man_scientist		biologist chemist
👩‍🔬*	woman_scientist		biologist chemist
🧑‍💻*	technologist		coder computer
👨‍💻*	man_technologist		coder computer
👩‍💻*	woman_technologist		coder computer
🧑‍🎤*	singer		actor entertainer
👨‍🎤*	man_singer		actor entertainer
👩‍🎤*	woman_singer		actor entertainer
🧑‍🎨*	artist		palette
👨‍🎨*	man_artist		palette
👩‍🎨*	woman_artist		palette
🧑‍✈️*	pilot		plane
👨‍✈️*	man_pilot		plane
👩‍✈️*	woman_pilot		plane
🧑‍🚀*	astronaut		rocket space
👨‍🚀*	man_astronaut		rocket space
👩‍🚀*	woman_astronaut		rocket space
🧑‍🚒*	firefighter		fire firetruck
👨‍🚒*	man_firefighter		fire firetruck
👩‍🚒*	woman_firefighter		fire firetruck
👮*	cop	police officer	apprehend arrest
🕵️*	detective		sleuth spy
💂*	guard		buckingham helmet
🥷*	ninja		assassin fight
👷*	construction_worker		build fix
🫅*	person_with_crown		monarch noble
🤴*	prince		crown fairy
👸*	princess		crown fairy
👳*	person_with_turban	person wearing turban
👲*	man_with_gua_pi_mao	person with skullcap	cap chinese
🧕*	woman_with_headscarf		bandana head
🤵*	person_in_tuxedo		formal wedding
👰*	person_with_veil		wedding
🤰*	pregnant_woman
🫃*	pregnant_man		belly bloated
🫄*	pregnant_person		belly bloated
🤱*	breast_feeding		baby mom
👩‍🍼*	woman_feeding_baby		feed mom
👨‍🍼*	man_feeding_baby		dad father
🧑‍🍼*	person_feeding_baby		feed nanny
👼*	angel	baby angel	church face
🎅*	santa	Santa Claus	celebration christmas
🤶*	mrs_claus		celebration christmas
🧑‍🎄*	mx_claus		celebration christmas
🦸*	superhero		good hero
🦹*	supervillain		bad criminal
🧙*	mage		fantasy magic
🧚*	fairy		fairytale fantasy
🧛*	vampire		blood dracula
🧜*	merperson		creature fairytale
🧝*	elf		elves enchantment
🧞	genie		djinn fantasy
🧟	zombie		apocalypse dead
🧌	troll		fairy fantasy
💆*	massage	person getting massage	face headache
💇*	haircut	person getting haircut	barber beauty
🚶*	walking	person walking	amble gait
🚶‍➡️*	person_walking_right	person walking: facing right	amble gait
🧍*	standing_person		stand
🧎*	kneeling_person		kneel knees
🧎‍➡️*	person_kneeling_right	person kneeling: facing right	kneel knees
🧑‍🦯*	person_with_probing_cane	person with white cane	accessibility blind
🧑‍🦯‍➡️*	person_with_white_cane_right	person with white cane: facing right	accessibility blind
👨‍🦯*	man_with_probing_cane	man with white cane	accessibility blind
👩‍🦯*	woman_with_probing_cane	woman with white cane	accessibility blind
🧑‍🦼*	person_in_motorized_wheelchair		accessibility
🧑‍🦼‍➡️*	person_in_motorized_wheelchair_right	person in motorized wheelchair: facing right	accessibility
👨‍🦼*	man_in_motorized_wheelchair		accessibility
👩‍🦼*	woman_in_motorized_wheelchair		accessibility
🧑‍🦽*	person_in_manual_wheelchair		accessibility
🧑‍🦽‍➡️*	person_in_manual_wheelchair_right	person in manual wheelchair: facing right	accessibility
👨‍🦽*	man_in_manual_wheelchair		accessibility
👩‍🦽*	woman_in_manual_wheelchair		accessibility
🏃*	runner	person running	fast hurry
🏃‍➡️*	person_running_right	person running: facing right	fast hurry
💃*	dancer	woman dancing	dance elegant
🕺*	man_dancing		dance dancer
🕴️*	business_suit_levitating	person in suit levitating
👯*	dancers	people with bunny ears	bestie bff
🧖*	sauna_person	person in steamy room	day luxurious
🧗*	climbing	person climbing	climb climber
🤺	person_fencing		fencer sword
🏇*	horse_racing		jockey racehorse
⛷️	skier		ski snow
🏂*	snowboarder		ski snow
🏌️*	golfing	person golfing	ball birdie
🏄*	surfer	person surfing	beach ocean
🚣*	rowboat	person rowing boat	canoe cruise
🏊*	swimmer	person swimming	freestyle sport
⛹️*	bouncing_ball_person		athletic basketball
🏋️*	weight_lifting	person lifting weights	barbell bodybuilder
🚴*	bicyclist	person biking	bicycle bike
🚵*	mountain_bicyclist	person mountain biking	bicycle bike
🤸*	cartwheeling	person cartwheeling	active cartwheel
🤼*	wrestling	people wrestling	combat duel
🤽*	water_polo	person playing water polo	sport swimming
🤾*	handball_person	person playing handball	athletics ball
🤹*	juggling_person		act balance
🧘*	lotus_position	person in lotus position	cross legged
🛀*	bath	person taking bath	bathtub tub
🛌*	sleeping_bed	person in bed	bedtime good
🧑‍🤝‍🧑	people_holding_hands		bae bestie
👭*	two_women_holding_hands		bae bestie
👫*	couple	woman and man holding hands	bae bestie
👬*	two_men_holding_hands		bae bestie
💏*	couplekiss	kiss	anniversary babe
💑*	couple_with_heart		anniversary babe
🗣️	speaking_head		face silhouette
👤	bust_in_silhouette		mysterious shadow
👥	busts_in_silhouette		bff bust
🫂	people_hugging		comfort embrace
👪	family		child
🧑‍🧑‍🧒	family_aac	family: adult, adult, child
🧑‍🧑‍🧒‍🧒	family_aacc	family: adult, adult, child, child
🧑‍🧒	family_aa	family: adult, child
🧑‍🧒‍🧒	family_acc	family: adult, child, child
👣	footprints		barefoot clothing`,
  nature: `🐵	monkey_face		animal banana
🐒	monkey		animal banana
🦍	gorilla		animal
🦧	orangutan		animal ape
🐶	dog	dog face	adorbs animal
🐕	dog2	dog	animal animals
🦮	guide_dog		accessibility animal
🐕‍🦺	service_dog		accessibility animal
🐩	poodle		animal dog
🐺	wolf		animal face
🦊	fox_face		animal
🦝	raccoon		animal curious
🐱	cat	cat face	animal kitten
🐈	cat2	cat	animal animals
🐈‍⬛	black_cat		animal feline
🦁	lion		alpha animal
🐯	tiger	tiger face	animal big
🐅	tiger2	tiger	animal big
🐆	leopard		animal big
🐴	horse	horse face	animal dressage
🫎	moose		alces animal
🫏	donkey		animal ass
🐎	racehorse	horse	animal equestrian
🦄	unicorn		face
🦓	zebra		animal stripe
🦌	deer		animal
🦬	bison		animal buffalo
🐮	cow	cow face	animal farm
🐂	ox		animal animals
🐃	water_buffalo		animal zoo
🐄	cow2	cow	animal animals
🐷	pig	pig face	animal bacon
🐖	pig2	pig	animal bacon
🐗	boar		animal pig
🐽	pig_nose		animal face
🐏	ram		animal aries
🐑	sheep	ewe	animal baa
🐐	goat		animal capricorn
🐪	dromedary_camel		animal desert
🐫	camel	two-hump camel	animal bactrian
🦙	llama		alpaca animal
🦒	giraffe		animal spots
🐘	elephant		animal
🦣	mammoth		animal extinction
🦏	rhinoceros		animal
🦛	hippopotamus		animal hippo
🐭	mouse	mouse face	animal
🐁	mouse2	mouse	animal animals
🐀	rat		animal
🐹	hamster		animal face
🐰	rabbit	rabbit face	animal bunny
🐇	rabbit2	rabbit	animal bunny
🐿️	chipmunk		animal squirrel
🦫	beaver		animal dam
🦔	hedgehog		animal spiny
🦇	bat		animal vampire
🐻	bear		animal face
🐻‍❄️	polar_bear		animal arctic
🐨	koala		animal australia
🐼	panda_face		animal bamboo
🦥	sloth		lazy slow
🦦	otter		animal fishing
🦨	skunk		animal stink
🦘	kangaroo		animal joey
🦡	badger		animal honey
🐾	feet	paw prints	paws print
🦃	turkey		bird gobble
🐔	chicken		animal bird
🐓	rooster		animal bird
🐣	hatching_chick		animal baby
🐤	baby_chick		animal bird
🐥	hatched_chick	front-facing baby chick	animal bird
🐦	bird		animal ornithology
🐧	penguin		animal antarctica
🕊️	dove		bird fly
🦅	eagle		animal bird
🦆	duck		animal bird
🦢	swan		animal bird
🦉	owl		animal bird
🦤	dodo		animal bird
🪶	feather		bird flight
🦩	flamingo		animal bird
🦚	peacock		animal bird
🦜	parrot		animal bird
🪽	wing		angelic ascend
🐦‍⬛	black_bird		animal beak
🪿	goose		animal bird
🐦‍🔥	phoenix		ascend ascension
🐸	frog		animal face
🐊	crocodile		animal zoo
🐢	turtle		animal terrapin
🦎	lizard		animal reptile
🐍	snake		animal bearer
🐲	dragon_face		animal fairy
🐉	dragon		animal fairy
🦕	sauropod		brachiosaurus brontosaurus
🦖	t-rex		dinosaur t-rex
🐳	whale	spouting whale	animal beach
🐋	whale2	whale	animal beach
🐬	dolphin		animal beach
🦭	seal		animal lion
🐟	fish		animal dinner
🐠	tropical_fish		animal fishes
🐡	blowfish		animal fish
🦈	shark		animal fish
🐙	octopus		animal creature
🐚	shell	spiral shell	animal beach
🪸	coral		change climate
🪼	jellyfish		animal aquarium
🦀	crab		cancer zodiac
🦞	lobster		animal bisque
🦐	shrimp		food shellfish
🦑	squid		animal food
🦪	oyster		diving pearl
🐌	snail		animal escargot
🦋	butterfly		insect pretty
🐛	bug		animal garden
🐜	ant		animal garden
🐝	bee	honeybee	animal bumblebee
🪲	beetle		animal bug
🐞	lady_beetle		animal garden
🦗	cricket		animal bug
🪳	cockroach		animal insect
🕷️	spider		animal insect
🕸️	spider_web
🦂	scorpion		scorpio scorpius
🦟	mosquito		bite disease
🪰	fly		animal disease
🪱	worm		animal annelid
🦠	microbe		amoeba bacteria
💐	bouquet		anniversary birthday
🌸	cherry_blossom		flower plant
💮	white_flower
🪷	lotus		beauty buddhism
🏵️	rosette		plant
🌹	rose		beauty elegant
🥀	wilted_flower		dying
🌺	hibiscus		flower plant
🌻	sunflower		flower outdoors
🌼	blossom		buttercup dandelion
🌷	tulip		blossom flower
🪻	hyacinth		bloom bluebonnet
🌱	seedling		plant sapling
🪴	potted_plant		decor grow
🌲	evergreen_tree		christmas forest
🌳	deciduous_tree		forest green
🌴	palm_tree		beach plant
🌵	cactus		desert drought
🌾	ear_of_rice	sheaf of rice	grain grains
🌿	herb		leaf plant
☘️	shamrock		irish plant
🍀	four_leaf_clover		4 four-leaf
🍁	maple_leaf		falling
🍂	fallen_leaf		autumn fall
🍃	leaves	leaf fluttering in wind	blow flutter
🪹	empty_nest		branch home
🪺	nest_with_eggs		bird branch
🍄	mushroom		fungus toadstool`,
  food: `🍇	grapes		dionysus fruit
🍈	melon		cantaloupe fruit
🍉	watermelon		fruit
🍊	mandarin	tangerine	c citrus
🍋	lemon		citrus fruit
🍋‍🟩	lime		acidity citrus
🍌	banana		fruit potassium
🍍	pineapple		colada fruit
🥭	mango		food fruit
🍎	apple	red apple	diet food
🍏	green_apple		fruit
🍐	pear		fruit
🍑	peach		fruit
🍒	cherries		berries cherry
🍓	strawberry		berry fruit
🫐	blueberries		berries berry
🥝	kiwi_fruit		food
🍅	tomato		food fruit
🫒	olive		food
🥥	coconut		colada palm
🥑	avocado		food fruit
🍆	eggplant		aubergine vegetable
🥔	potato		food vegetable
🥕	carrot		food vegetable
🌽	corn	ear of corn	crops farm
🌶️	hot_pepper
🫑	bell_pepper		capsicum food
🥒	cucumber		food pickle
🥬	leafy_green		bok burgers
🥦	broccoli		cabbage wild
🧄	garlic		flavoring
🧅	onion		flavoring
🥜	peanuts		food nut
🫘	beans		food kidney
🌰	chestnut		almond plant
🫚	ginger_root		beer health
🫛	pea_pod		beans beanstalk
🍄‍🟫	brown_mushroom		food fungi
🍞	bread		carbs food
🥐	croissant		bread breakfast
🥖	baguette_bread		food french
🫓	flatbread		arepa bread
🥨	pretzel		convoluted twisted
🥯	bagel		bakery bread
🥞	pancakes		breakfast crêpe
🧇	waffle		breakfast indecisive
🧀	cheese	cheese wedge
🍖	meat_on_bone
🍗	poultry_leg		bone chicken
🥩	cut_of_meat		chop lambchop
🥓	bacon		breakfast food
🍔	hamburger		burger eat
🍟	fries	french fries	fast food
🍕	pizza		cheese food
🌭	hotdog	hot dog	frankfurter sausage
🥪	sandwich		bread
🌮	taco		mexican
🌯	burrito		mexican wrap
🫔	tamale		food mexican
🥙	stuffed_flatbread		falafel food
🧆	falafel		chickpea meatball
🥚	egg		breakfast food
🍳	fried_egg	cooking	breakfast easy
🥘	shallow_pan_of_food		casserole paella
🍲	stew	pot of food	soup
🫕	fondue		cheese chocolate
🥣	bowl_with_spoon		breakfast cereal
🥗	green_salad		food
🍿	popcorn		corn movie
🧈	butter		dairy
🧂	salt		condiment flavor
🥫	canned_food		can
🍱	bento	bento box	food
🍘	rice_cracker		food
🍙	rice_ball		food japanese
🍚	rice	cooked rice	food
🍛	curry	curry rice	food
🍜	ramen	steaming bowl	chopsticks food
🍝	spaghetti		food meatballs
🍠	sweet_potato	roasted sweet potato	food
🍢	oden		food kebab
🍣	sushi		food
🍤	fried_shrimp		prawn tempura
🍥	fish_cake	fish cake with swirl	food pastry
🥮	moon_cake		autumn festival
🍡	dango		dessert japanese
🥟	dumpling		empanada gyōza
🥠	fortune_cookie		prophecy
🥡	takeout_box		chopsticks delivery
🍦	icecream	soft ice cream	dessert food
🍧	shaved_ice		dessert restaurant
🍨	ice_cream		dessert food
🍩	doughnut		breakfast dessert
🍪	cookie		chip chocolate
🎂	birthday	birthday cake	bday celebration
🍰	cake	shortcake	dessert pastry
🧁	cupcake		bakery dessert
🥧	pie		apple filling
🍫	chocolate_bar		candy dessert
🍬	candy		cavities dessert
🍭	lollipop		candy dessert
🍮	custard		dessert pudding
🍯	honey_pot		barrel bear
🍼	baby_bottle		babies birth
🥛	milk_glass	glass of milk	drink
☕	coffee	hot beverage	cafe caffeine
🫖	teapot		brew drink
🍵	tea	teacup without handle	beverage cup
🍶	sake		bar beverage
🍾	champagne	bottle with popping cork	bar drink
🍷	wine_glass		alcohol bar
🍸	cocktail	cocktail glass	alcohol bar
🍹	tropical_drink		alcohol bar
🍺	beer	beer mug	alcohol ale
🍻	beers	clinking beer mugs	alcohol bar
🥂	clinking_glasses		celebrate clink
🥃	tumbler_glass		liquor scotch
🫗	pouring_liquid		accident drink
🥤	cup_with_straw		drink juice
🧋	bubble_tea		boba food
🧃	beverage_box		juice straw
🧉	mate		drink
🧊	ice_cube		cold iceberg
🥢	chopsticks		hashi jeotgarak
🍽️	plate_with_cutlery	fork and knife with plate	cooking dinner
🍴	fork_and_knife		breakfast breaky
🥄	spoon		eat tableware
🔪	hocho	kitchen knife	chef cooking
🫙	jar		condiment container
🏺	amphora		aquarius cooking`,
  travel: `🌍	earth_africa	globe showing Europe-Africa	europe-africa
🌎	earth_americas	globe showing Americas	world
🌏	earth_asia	globe showing Asia-Australia	asia-australia
🌐	globe_with_meridians		earth
🗺️	world_map
🗾	japan	map of Japan
🧭	compass		direction
🏔️	mountain_snow	snow-capped mountain	cold
⛰️	mountain
🌋	volcano		eruption
🗻	mount_fuji		mountain
🏕️	camping
🏖️	beach_umbrella	beach with umbrella
🏜️	desert
🏝️	desert_island
🏞️	national_park
🏟️	stadium
🏛️	classical_building
🏗️	building_construction		crane
🧱	bricks	brick	clay
🪨	rock		boulder
🪵	wood		log
🛖	hut		home
🏘️	houses		house
🏚️	derelict_house		home
🏠	house		building
🏡	house_with_garden		building
🏢	office	office building	city
🏣	post_office	Japanese post office	building
🏤	european_post_office		building
🏥	hospital		building
🏦	bank		building
🏨	hotel		building
🏩	love_hotel		building
🏪	convenience_store		24
🏫	school		building
🏬	department_store		building
🏭	factory		building
🏯	japanese_castle		building
🏰	european_castle		building
💒	wedding		chapel
🗼	tokyo_tower
🗽	statue_of_liberty		new
⛪	church		bless
🕌	mosque		islam
🛕	hindu_temple
🕍	synagogue		jew
⛩️	shinto_shrine		religion
🕋	kaaba		hajj
⛲	fountain
⛺	tent		camping
🌁	foggy		fog
🌃	night_with_stars		star
🏙️	cityscape		city
🌄	sunrise_over_mountains		morning
🌅	sunrise		morning
🌆	city_sunset	cityscape at dusk	building
🌇	city_sunrise	sunset	building
🌉	bridge_at_night
♨️	hotsprings	hot springs	steaming
🎠	carousel_horse		entertainment
🛝	playground_slide		amusement
🎡	ferris_wheel		amusement
🎢	roller_coaster		amusement
💈	barber	barber pole	cut
🎪	circus_tent
🚂	steam_locomotive		caboose
🚃	railway_car		electric
🚄	bullettrain_side	high-speed train	high-speed
🚅	bullettrain_front	bullet train	high-speed
🚆	train2	train	arrived
🚇	metro		subway
🚈	light_rail		arrived
🚉	station		railway
🚊	tram		trolleybus
🚝	monorail		vehicle
🚞	mountain_railway		car
🚋	train	tram car	bus
🚌	bus		school
🚍	oncoming_bus		cars
🚎	trolleybus		bus
🚐	minibus		bus
🚑	ambulance		emergency
🚒	fire_engine		truck
🚓	police_car		5–0
🚔	oncoming_police_car
🚕	taxi		cab
🚖	oncoming_taxi		cab
🚗	car	automobile	driving
🚘	oncoming_automobile		car
🚙	blue_car	sport utility vehicle	drive
🛻	pickup_truck		automobile
🚚	truck	delivery truck	car
🚛	articulated_lorry		car
🚜	tractor		vehicle
🏎️	racing_car		zoom
🏍️	motorcycle		racing
🛵	motor_scooter
🦽	manual_wheelchair		accessibility
🦼	motorized_wheelchair		accessibility
🛺	auto_rickshaw		tuk
🚲	bike	bicycle	class
🛴	kick_scooter
🛹	skateboard		board
🛼	roller_skate		blades
🚏	busstop	bus stop
🛣️	motorway		highway
🛤️	railway_track		train
🛢️	oil_drum
⛽	fuelpump	fuel pump	diesel
🛞	wheel		car
🚨	rotating_light	police car light	alarm
🚥	traffic_light	horizontal traffic light	intersection
🚦	vertical_traffic_light		drove
🛑	stop_sign		octagonal
🚧	construction		barrier
⚓	anchor		ship
🛟	ring_buoy		float
⛵	boat	sailboat	resort
🛶	canoe		boat
🚤	speedboat		billionaire
🛳️	passenger_ship
⛴️	ferry		boat
🛥️	motor_boat		motorboat
🚢	ship		boat
✈️	airplane		aeroplane
🛩️	small_airplane		aeroplane
🛫	flight_departure	airplane departure	aeroplane
🛬	flight_arrival	airplane arrival	aeroplane
🪂	parachute		hang-glide
💺	seat		chair
🚁	helicopter		copter
🚟	suspension_railway
🚠	mountain_cableway		cable
🚡	aerial_tramway		cable
🛰️	artificial_satellite		space
🚀	rocket		launch
🛸	flying_saucer		aliens
🛎️	bellhop_bell		hotel
🧳	luggage		bag
⌛	hourglass	hourglass done	sand
⏳	hourglass_flowing_sand	hourglass not done	hours
⌚	watch		clock
⏰	alarm_clock		hours
⏱️	stopwatch		clock
⏲️	timer_clock
🕰️	mantelpiece_clock		time
🕛	clock12	twelve o’clock	12
🕧	clock1230	twelve-thirty	12
🕐	clock1	one o’clock	1
🕜	clock130	one-thirty	1
🕑	clock2	two o’clock	2
🕝	clock230	two-thirty	2
🕒	clock3	three o’clock	3
🕞	clock330	three-thirty	3
🕓	clock4	four o’clock	4
🕟	clock430	four-thirty	30
🕔	clock5	five o’clock	5
🕠	clock530	five-thirty	30
🕕	clock6	six o’clock	6
🕡	clock630	six-thirty	30
🕖	clock7	seven o’clock	0
🕢	clock730	seven-thirty	30
🕗	clock8	eight o’clock	8
🕣	clock830	eight-thirty	30
🕘	clock9	nine o’clock	9
🕤	clock930	nine-thirty	30
🕙	clock10	ten o’clock	0
🕥	clock1030	ten-thirty	10
🕚	clock11	eleven o’clock	11
🕦	clock1130	eleven-thirty	11
🌑	new_moon		dark
🌒	waxing_crescent_moon		dreams
🌓	first_quarter_moon		space
🌔	moon	waxing gibbous moon	space
🌕	full_moon		space
🌖	waning_gibbous_moon		space
🌗	last_quarter_moon		space
🌘	waning_crescent_moon		space
🌙	crescent_moon		ramadan
🌚	new_moon_with_face		space
🌛	first_quarter_moon_with_face		space
🌜	last_quarter_moon_with_face		dreams
🌡️	thermometer		weather
☀️	sunny	sun	bright
🌝	full_moon_with_face		bright
🌞	sun_with_face		beach
🪐	ringed_planet		saturn
⭐	star		astronomy
🌟	star2	glowing star	glittery
🌠	stars	shooting star	falling
🌌	milky_way		space
☁️	cloud		weather
⛅	partly_sunny	sun behind cloud	cloudy
⛈️	cloud_with_lightning_and_rain		thunder
🌤️	sun_behind_small_cloud		weather
🌥️	sun_behind_large_cloud		weather
🌦️	sun_behind_rain_cloud		weather
🌧️	cloud_with_rain		weather
🌨️	cloud_with_snow		cold
🌩️	cloud_with_lightning		weather
🌪️	tornado		cloud
🌫️	fog		cloud
🌬️	wind_face		blow
🌀	cyclone		dizzy
🌈	rainbow		gay
🌂	closed_umbrella		clothing
☂️	open_umbrella		clothing
☔	umbrella	umbrella with rain drops	clothing
⛱️	parasol_on_ground	umbrella on ground	rain
⚡	zap	high voltage	danger
❄️	snowflake		cold
☃️	snowman_with_snow		cold
⛄	snowman	snowman without snow	cold
☄️	comet		space
🔥	fire		af
💧	droplet		cold
🌊	ocean	water wave	nature`,
  things: `🎃	jack_o_lantern		celebration halloween
🎄	christmas_tree		celebration
🎆	fireworks		boom celebration
🎇	sparkler		boom celebration
🧨	firecracker		dynamite explosive
✨	sparkles		* magic
🎈	balloon		birthday celebrate
🎉	tada	party popper	awesome birthday
🎊	confetti_ball		celebrate celebration
🎋	tanabata_tree		banner celebration
🎍	bamboo	pine decoration	celebration japanese
🎎	dolls	Japanese dolls	celebration doll
🎏	flags	carp streamer	celebration
🎐	wind_chime		bell celebration
🎑	rice_scene	moon viewing ceremony	celebration
🧧	red_envelope		gift good
🎀	ribbon		celebration
🎁	gift	wrapped gift	birthday bow
🎗️	reminder_ribbon		celebration
🎟️	tickets	admission tickets	ticket
🎫	ticket		admission stub
🎖️	medal_military		award celebration
🏆	trophy		champion champs
🏅	medal_sports		award gold
🥇	1st_place_medal		first gold
🥈	2nd_place_medal		second silver
🥉	3rd_place_medal		bronze third
⚽	soccer	soccer ball	football futbol
⚾	baseball		ball sport
🥎	softball		ball glove
🏀	basketball		ball hoop
🏐	volleyball		ball game
🏈	football	american football	ball bowl
🏉	rugby_football		ball sport
🎾	tennis		ball racquet
🥏	flying_disc		ultimate
🎳	bowling		ball game
🏏	cricket_game		ball bat
🏑	field_hockey		ball game
🏒	ice_hockey		game puck
🥍	lacrosse		ball goal
🏓	ping_pong		ball bat
🏸	badminton		birdie game
🥊	boxing_glove
🥋	martial_arts_uniform		judo karate
🥅	goal_net
⛳	golf	flag in hole	sport
⛸️	ice_skate		skating
🎣	fishing_pole_and_fish		entertainment sport
🤿	diving_mask		scuba snorkeling
🎽	running_shirt_with_sash		athletics
🎿	ski	skis	snow sport
🛷	sled		luge sledge
🥌	curling_stone		game rock
🎯	dart	bullseye	bull direct
🪀	yo_yo		fluctuate toy
🪁	kite		fly soar
🔫	gun	water pistol	handgun revolver
🎱	8ball	pool 8 ball	billiard eight
🔮	crystal_ball		fairy fairytale
🪄	magic_wand		magician witch
🎮	video_game		controller entertainment
🕹️	joystick		game video
🎰	slot_machine		casino gamble
🎲	game_die		dice entertainment
🧩	jigsaw	puzzle piece	clue interlocking
🧸	teddy_bear		plaything plush
🪅	pinata	piñata	candy celebrate
🪩	mirror_ball		dance disco
🪆	nesting_dolls		babooshka baboushka
♠️	spades	spade suit	card game
♥️	hearts	heart suit	card emotion
♦️	diamonds	diamond suit	card game
♣️	clubs	club suit	card game
♟️	chess_pawn		dupe expendable
🃏	black_joker		card game
🀄	mahjong	mahjong red dragon	game
🎴	flower_playing_cards		card game
🎭	performing_arts		actor actress
🖼️	framed_picture		art frame
🎨	art	artist palette	artsy arty
🧵	thread		needle sewing
🪡	sewing_needle		embroidery sew
🧶	yarn		ball crochet
🪢	knot		cord rope
👓	eyeglasses	glasses	clothing
🕶️	dark_sunglasses		eye
🥽	goggles		dive
🥼	lab_coat		clothes
🦺	safety_vest		emergency
👔	necktie		clothing
👕	shirt	t-shirt	blue
👖	jeans		blue
🧣	scarf		bundle
🧤	gloves		hand
🧥	coat		brr
🧦	socks		stocking
👗	dress		clothes
👘	kimono		clothing
🥻	sari		clothing
🩱	one_piece_swimsuit		bathing
🩲	swim_brief	briefs	bathing
🩳	shorts		bathing
👙	bikini		bathing
👚	womans_clothes	woman’s clothes	blouse
🪭	folding_hand_fan		clack
👛	purse		clothes
👜	handbag		bag
👝	pouch	clutch bag	clothes
🛍️	shopping	shopping bags	bag
🎒	school_satchel	backpack	backpacking
🩴	thong_sandal		beach
👞	mans_shoe	man’s shoe	brown
👟	athletic_shoe	running shoe	clothes
🥾	hiking_boot		backpacking
🥿	flat_shoe		ballet
👠	high_heel	high-heeled shoe	clothes
👡	sandal	woman’s sandal	clothing
🩰	ballet_shoes		dance
👢	boot	woman’s boot	clothes
🪮	hair_pick		afro
👑	crown		clothing
👒	womans_hat	woman’s hat	clothes
🎩	tophat	top hat	clothes
🎓	mortar_board	graduation cap	celebration
🧢	billed_cap		baseball
🪖	military_helmet		army
⛑️	rescue_worker_helmet	rescue worker’s helmet	aid
📿	prayer_beads		clothing
💄	lipstick		cosmetics
💍	ring		diamond
💎	gem	gem stone	diamond
🔇	mute	muted speaker	quiet
🔈	speaker	speaker low volume	soft
🔉	sound	speaker medium volume
🔊	loud_sound	speaker high volume	music
📢	loudspeaker		address
📣	mega	megaphone	cheering
📯	postal_horn		post
🔔	bell		break
🔕	no_bell	bell with slash	forbidden
🎼	musical_score		music
🎵	musical_note		music
🎶	notes	musical notes	music
🎙️	studio_microphone		mic
🎚️	level_slider		music
🎛️	control_knobs		music
🎤	microphone		karaoke
🎧	headphones	headphone	earbud
📻	radio		entertainment
🎷	saxophone		instrument
🎺	trumpet		instrument
🪗	accordion		box
🎸	guitar		instrument
🎹	musical_keyboard		instrument
🎻	violin		instrument
🪕	banjo		music
🥁	drum		drumsticks
🪘	long_drum		beat
🪇	maracas		cha
🪈	flute		band
📱	iphone	mobile phone	cell
📲	calling	mobile phone with arrow	build
☎️	phone	telephone
📞	telephone_receiver		communication
📟	pager		communication
📠	fax	fax machine	communication
🔋	battery
🪫	low_battery		drained
🔌	electric_plug		electricity
💻	computer	laptop	office
🖥️	desktop_computer		monitor
🖨️	printer		computer
⌨️	keyboard		computer
🖱️	computer_mouse
🖲️	trackball		computer
💽	minidisc	computer disk	minidisk
💾	floppy_disk		computer
💿	cd	optical disk	blu-ray
📀	dvd		blu-ray
🧮	abacus		calculation
🎥	movie_camera		bollywood
🎞️	film_strip	film frames	cinema
📽️	film_projector		cinema
🎬	clapper	clapper board	action
📺	tv	television	video
📷	camera		photo
📸	camera_flash	camera with flash	video
📹	video_camera		camcorder
📼	vhs	videocassette	old
🔍	mag	magnifying glass tilted left	lab
🔎	mag_right	magnifying glass tilted right	contact
🕯️	candle		light
💡	bulb	light bulb	comic
🔦	flashlight		electric
🏮	izakaya_lantern	red paper lantern	bar
🪔	diya_lamp		light
📔	notebook_with_decorative_cover		book
📕	closed_book		education
📖	book	open book	education
📗	green_book		education
📘	blue_book		education
📙	orange_book		education
📚	books		book
📓	notebook
📒	ledger		notebook
📃	page_with_curl		document
📜	scroll		paper
📄	page_facing_up		document
📰	newspaper		communication
🗞️	newspaper_roll	rolled-up newspaper	news
📑	bookmark_tabs		mark
🔖	bookmark		mark
🏷️	label		tag
🪙	coin		dollar
💰	moneybag	money bag	bank
💴	yen	yen banknote	bank
💵	dollar	dollar banknote	bank
💶	euro	euro banknote	100
💷	pound	pound banknote	bank
💸	money_with_wings		bank
💳	credit_card		bank
🧾	receipt		accounting
💹	chart	chart increasing with yen	bank
✉️	envelope		e-mail
📧	e-mail		email
📨	incoming_envelope		delivering
📩	envelope_with_arrow		communication
📤	outbox_tray		box
📥	inbox_tray		box
📦	package		box
📫	mailbox	closed mailbox with raised flag	communication
📪	mailbox_closed	closed mailbox with lowered flag	mail
📬	mailbox_with_mail	open mailbox with raised flag	postbox
📭	mailbox_with_no_mail	open mailbox with lowered flag	postbox
📮	postbox		mail
🗳️	ballot_box	ballot box with ballot
✏️	pencil2	pencil
✒️	black_nib		pen
🖋️	fountain_pen
🖊️	pen		ballpoint
🖌️	paintbrush		painting
🖍️	crayon
📝	memo		communication
💼	briefcase		office
📁	file_folder
📂	open_file_folder
🗂️	card_index_dividers
📅	date	calendar
📆	calendar	tear-off calendar	tear-off
🗒️	spiral_notepad		note
🗓️	spiral_calendar		pad
📇	card_index		old
📈	chart_with_upwards_trend	chart increasing	data
📉	chart_with_downwards_trend	chart decreasing	data
📊	bar_chart		data
📋	clipboard		do
📌	pushpin		collage
📍	round_pushpin		location
📎	paperclip
🖇️	paperclips	linked paperclips	link
📏	straight_ruler		angle
📐	triangular_ruler		angle
✂️	scissors		cut
🗃️	card_file_box
🗄️	file_cabinet		filing
🗑️	wastebasket		can
🔒	lock	locked	closed
🔓	unlock	unlocked	cracked
🔏	lock_with_ink_pen	locked with pen	nib
🔐	closed_lock_with_key	locked with key	bike
🔑	key		keys
🗝️	old_key		clue
🔨	hammer		home
🪓	axe		ax
⛏️	pick		hammer
⚒️	hammer_and_pick		tool
🛠️	hammer_and_wrench		spanner
🗡️	dagger		knife
⚔️	crossed_swords		weapon
💣	bomb		boom
🪃	boomerang		rebound
🏹	bow_and_arrow		archer
🛡️	shield		weapon
🪚	carpentry_saw		carpenter
🔧	wrench		home
🪛	screwdriver		flathead
🔩	nut_and_bolt		home
⚙️	gear		cog
🗜️	clamp		compress
⚖️	balance_scale		justice
🦯	probing_cane	white cane	accessibility
🔗	link		links
⛓️‍💥	broken_chain		break
⛓️	chains		chain
🪝	hook		catch
🧰	toolbox		box
🧲	magnet		attraction
🪜	ladder		climb
⚗️	alembic		chemistry
🧪	test_tube		chemist
🧫	petri_dish		bacteria
🧬	dna		biologist
🔬	microscope		experiment
🔭	telescope		contact
📡	satellite	satellite antenna	aliens
💉	syringe		doctor
🩸	drop_of_blood		bleed
💊	pill		doctor
🩹	adhesive_bandage
🩼	crutch		aid
🩺	stethoscope		doctor
🩻	x_ray		bones
🚪	door		back
🛗	elevator		accessibility
🪞	mirror		makeup
🪟	window		air
🛏️	bed		hotel
🛋️	couch_and_lamp		hotel
🪑	chair		seat
🚽	toilet		bathroom
🪠	plunger		cup
🚿	shower		water
🛁	bathtub		bath
🪤	mouse_trap		bait
🪒	razor		sharp
🧴	lotion_bottle		moisturizer
🧷	safety_pin		diaper
🧹	broom		cleaning
🧺	basket		farming
🧻	roll_of_paper		toilet
🪣	bucket		cask
🧼	soap		bar
🫧	bubbles		bubble
🪥	toothbrush		bathroom
🧽	sponge		absorbing
🧯	fire_extinguisher		extinguish
🛒	shopping_cart		trolley
🚬	smoking	cigarette
⚰️	coffin		dead
🪦	headstone		cemetery
⚱️	funeral_urn		ashes
🧿	nazar_amulet		bead
🪬	hamsa		amulet
🗿	moyai	moai	face
🪧	placard		card
🪪	identification_card		credentials`,
  symbols: `🏧	atm	ATM sign	automated
🚮	put_litter_in_its_place	litter in bin sign	litterbin
🚰	potable_water		drinking
♿	wheelchair	wheelchair symbol	access
🚹	mens	men’s room	bathroom
🚺	womens	women’s room	bathroom
🚻	restroom		bathroom
🚼	baby_symbol		changing
🚾	wc	water closet	bathroom
🛂	passport_control
🛃	customs		packing
🛄	baggage_claim		arrived
🛅	left_luggage		baggage
⚠️	warning		caution
🚸	children_crossing		child
⛔	no_entry		do
🚫	no_entry_sign	prohibited	forbidden
🚳	no_bicycles		bicycle
🚭	no_smoking		forbidden
🚯	do_not_litter	no littering	forbidden
🚱	non-potable_water		dry
🚷	no_pedestrians		forbidden
📵	no_mobile_phones		cell
🔞	underage	no one under eighteen	18
☢️	radioactive		sign
☣️	biohazard		sign
⬆️	arrow_up		cardinal
↗️	arrow_upper_right	up-right arrow	direction
↖️	arrow_upper_left	up-left arrow	direction
↕️	arrow_up_down		up-down
↩️	leftwards_arrow_with_hook	right arrow curving left
↪️	arrow_right_hook	left arrow curving right
⤴️	arrow_heading_up	right arrow curving up
⤵️	arrow_heading_down	right arrow curving down
🔃	arrows_clockwise	clockwise vertical arrows	arrow
🛐	place_of_worship		pray
⚛️	atom_symbol		atheist
🕉️	om		hindu
✡️	star_of_david		jew
☸️	wheel_of_dharma		buddhist
☯️	yin_yang		difficult
✝️	latin_cross		christ
☦️	orthodox_cross		christian
☪️	star_and_crescent		islam
☮️	peace_symbol		healing
🕎	menorah		candelabrum
🔯	six_pointed_star	dotted six-pointed star	fortune
🪯	khanda		deg
♈	aries		horoscope
♉	taurus		bull
♊	gemini		horoscope
♋	cancer		crab
♌	leo		horoscope
♍	virgo		horoscope
♎	libra		balance
♏	scorpius	Scorpio	horoscope
♐	sagittarius		archer
♑	capricorn		goat
♒	aquarius		bearer
♓	pisces		fish
⛎	ophiuchus		bearer
🔼	arrow_up_small	upwards button	red
⏫	arrow_double_up	fast up button
🎦	cinema		camera
📶	signal_strength	antenna bars	bar
🛜	wireless		broadband
📳	vibration_mode		cell
📴	mobile_phone_off		cell
♀️	female_sign		woman
♂️	male_sign		man
⚧️	transgender_symbol
✖️	heavy_multiplication_x	multiply	cancel
➕	heavy_plus_sign		+
➖	heavy_minus_sign		-
➗	heavy_division_sign	divide	math
🟰	heavy_equals_sign		answer
♾️	infinity		forever
‼️	bangbang	double exclamation mark	!
⁉️	interrobang	exclamation question mark	!
❓	question	red question mark	?
❔	grey_question	white question mark	?
❕	grey_exclamation	white exclamation mark	!
❗	exclamation	red exclamation mark	!
〰️	wavy_dash		punctuation
💱	currency_exchange		bank
💲	heavy_dollar_sign		billion
⚕️	medical_symbol		aesculapius
♻️	recycle	recycling symbol
⚜️	fleur_de_lis		knights
🔱	trident	trident emblem	anchor
📛	name_badge
⭕	o	hollow red circle	heavy
☑️	ballot_box_with_check		checked
✔️	heavy_check_mark		checked
❌	x	cross mark	cancel
➰	curly_loop		curl
➿	loop	double curly loop	curl
〽️	part_alternation_mark
✳️	eight_spoked_asterisk		*
✴️	eight_pointed_black_star		*
❇️	sparkle		*
©️	copyright		c
®️	registered		r
™️	tm	trade mark	trademark
#️⃣	hash	keycap: #
*️⃣	asterisk	keycap: *
0️⃣	zero	keycap: 0
1️⃣	one	keycap: 1
2️⃣	two	keycap: 2
3️⃣	three	keycap: 3
4️⃣	four	keycap: 4
5️⃣	five	keycap: 5
6️⃣	six	keycap: 6
7️⃣	seven	keycap: 7
8️⃣	eight	keycap: 8
9️⃣	nine	keycap: 9
🔟	keycap_ten	keycap: 10
🔠	capital_abcd	input latin uppercase	letters
🔡	abcd	input latin lowercase	letters
🔢	1234	input numbers
🔣	symbols	input symbols	%
🔤	abc	input latin letters	alphabet
🅰️	a	A button (blood type)
🆎	ab	AB button (blood type)
🅱️	b	B button (blood type)
🆒	cool	COOL button
🆓	free	FREE button
ℹ️	information_source		i
Ⓜ️	m	circled M	circle
🆕	new	NEW button
🅾️	o2	O button (blood type)
🆗	ok	OK button	okay
🆙	up	UP! button	mark
🈶	u6709	Japanese “not free of charge” button	ideograph
🈚	u7121	Japanese “free of charge” button	ideograph
🔴	red_circle		geometric
🟠	orange_circle
🟡	yellow_circle
🟢	green_circle
🔵	large_blue_circle		geometric
🟣	purple_circle
🟤	brown_circle
⚫	black_circle		geometric
⚪	white_circle		geometric
🔶	large_orange_diamond		geometric
🔷	large_blue_diamond		geometric
🔸	small_orange_diamond		geometric
🔹	small_blue_diamond		geometric
🔺	small_red_triangle	red triangle pointed up	geometric
🔻	small_red_triangle_down	red triangle pointed down	geometric
💠	diamond_shape_with_a_dot_inside		comic`,
  flags: `🏁	checkered_flag	chequered flag
🚩	triangular_flag_on_post
🎌	crossed_flags
🏴	black_flag
🏳️	white_flag
🏳️‍🌈	rainbow_flag
🏳️‍⚧️	transgender_flag
🏴‍☠️	pirate_flag
🇦🇨	ascension_island
🇦🇩	andorra
🇦🇪	united_arab_emirates
🇦🇫	afghanistan
🇦🇬	antigua_barbuda
🇦🇮	anguilla
🇦🇱	albania
🇦🇲	armenia
🇦🇴	angola
🇦🇶	antarctica
🇦🇷	argentina
🇦🇸	american_samoa
🇦🇹	austria
🇦🇺	australia
🇦🇼	aruba
🇦🇽	aland_islands	Åland Islands
🇦🇿	azerbaijan
🇧🇦	bosnia_herzegovina
🇧🇧	barbados
🇧🇩	bangladesh
🇧🇪	belgium
🇧🇫	burkina_faso
🇧🇬	bulgaria
🇧🇭	bahrain
🇧🇮	burundi
🇧🇯	benin
🇧🇱	st_barthelemy	St. Barthélemy
🇧🇲	bermuda
🇧🇳	brunei
🇧🇴	bolivia
🇧🇶	caribbean_netherlands
🇧🇷	brazil
🇧🇸	bahamas
🇧🇹	bhutan
🇧🇻	bouvet_island
🇧🇼	botswana
🇧🇾	belarus
🇧🇿	belize
🇨🇦	canada
🇨🇨	cocos_islands	Cocos (Keeling) Islands
🇨🇩	congo_kinshasa
🇨🇫	central_african_republic
🇨🇬	congo_brazzaville
🇨🇭	switzerland
🇨🇮	cote_divoire	Côte d’Ivoire
🇨🇰	cook_islands
🇨🇱	chile
🇨🇲	cameroon
🇨🇳	cn	China
🇨🇴	colombia
🇨🇵	clipperton_island
🇨🇷	costa_rica
🇨🇺	cuba
🇨🇻	cape_verde
🇨🇼	curacao	Curaçao
🇨🇽	christmas_island
🇨🇾	cyprus
🇨🇿	czech_republic	Czechia
🇩🇪	de	Germany
🇩🇬	diego_garcia
🇩🇯	djibouti
🇩🇰	denmark
🇩🇲	dominica
🇩🇴	dominican_republic
🇩🇿	algeria
🇪🇦	ceuta_melilla
🇪🇨	ecuador
🇪🇪	estonia
🇪🇬	egypt
🇪🇭	western_sahara
🇪🇷	eritrea
🇪🇸	es	Spain
🇪🇹	ethiopia
🇪🇺	eu	European Union
🇫🇮	finland
🇫🇯	fiji
🇫🇰	falkland_islands
🇫🇲	micronesia
🇫🇴	faroe_islands
🇫🇷	fr	France
🇬🇦	gabon
🇬🇧	gb	United Kingdom
🇬🇩	grenada
🇬🇪	georgia
🇬🇫	french_guiana
🇬🇬	guernsey
🇬🇭	ghana
🇬🇮	gibraltar
🇬🇱	greenland
🇬🇲	gambia
🇬🇳	guinea
🇬🇵	guadeloupe
🇬🇶	equatorial_guinea
🇬🇷	greece
🇬🇸	south_georgia_south_sandwich_islands
🇬🇹	guatemala
🇬🇺	guam
🇬🇼	guinea_bissau
🇬🇾	guyana
🇭🇰	hong_kong	Hong Kong SAR China
🇭🇲	heard_mcdonald_islands
🇭🇳	honduras
🇭🇷	croatia
🇭🇹	haiti
🇭🇺	hungary
🇮🇨	canary_islands
🇮🇩	indonesia
🇮🇪	ireland
🇮🇱	israel
🇮🇲	isle_of_man
🇮🇳	india
🇮🇴	british_indian_ocean_territory
🇮🇶	iraq
🇮🇷	iran
🇮🇸	iceland
🇮🇹	it	Italy
🇯🇪	jersey
🇯🇲	jamaica
🇯🇴	jordan
🇯🇵	jp	Japan
🇰🇪	kenya
🇰🇬	kyrgyzstan
🇰🇭	cambodia
🇰🇮	kiribati
🇰🇲	comoros
🇰🇳	st_kitts_nevis
🇰🇵	north_korea
🇰🇷	kr	South Korea
🇰🇼	kuwait
🇰🇾	cayman_islands
🇰🇿	kazakhstan
🇱🇦	laos
🇱🇧	lebanon
🇱🇨	st_lucia
🇱🇮	liechtenstein
🇱🇰	sri_lanka
🇱🇷	liberia
🇱🇸	lesotho
🇱🇹	lithuania
🇱🇺	luxembourg
🇱🇻	latvia
🇱🇾	libya
🇲🇦	morocco
🇲🇨	monaco
🇲🇩	moldova
🇲🇪	montenegro
🇲🇫	st_martin
🇲🇬	madagascar
🇲🇭	marshall_islands
🇲🇰	macedonia	North Macedonia
🇲🇱	mali
🇲🇲	myanmar	Myanmar (Burma)
🇲🇳	mongolia
🇲🇴	macau	Macao SAR China
🇲🇵	northern_mariana_islands
🇲🇶	martinique
🇲🇷	mauritania
🇲🇸	montserrat
🇲🇹	malta
🇲🇺	mauritius
🇲🇻	maldives
🇲🇼	malawi
🇲🇽	mexico
🇲🇾	malaysia
🇲🇿	mozambique
🇳🇦	namibia
🇳🇨	new_caledonia
🇳🇪	niger
🇳🇫	norfolk_island
🇳🇬	nigeria
🇳🇮	nicaragua
🇳🇱	netherlands
🇳🇴	norway
🇳🇵	nepal
🇳🇷	nauru
🇳🇺	niue
🇳🇿	new_zealand
🇴🇲	oman
🇵🇦	panama
🇵🇪	peru
🇵🇫	french_polynesia
🇵🇬	papua_new_guinea
🇵🇭	philippines
🇵🇰	pakistan
🇵🇱	poland
🇵🇲	st_pierre_miquelon
🇵🇳	pitcairn_islands
🇵🇷	puerto_rico
🇵🇸	palestinian_territories
🇵🇹	portugal
🇵🇼	palau
🇵🇾	paraguay
🇶🇦	qatar
🇷🇪	reunion	Réunion
🇷🇴	romania
🇷🇸	serbia
🇷🇺	ru	Russia
🇷🇼	rwanda
🇸🇦	saudi_arabia
🇸🇧	solomon_islands
🇸🇨	seychelles
🇸🇩	sudan
🇸🇪	sweden
🇸🇬	singapore
🇸🇭	st_helena
🇸🇮	slovenia
🇸🇯	svalbard_jan_mayen
🇸🇰	slovakia
🇸🇱	sierra_leone
🇸🇲	san_marino
🇸🇳	senegal
🇸🇴	somalia
🇸🇷	suriname
🇸🇸	south_sudan
🇸🇹	sao_tome_principe	São Tomé & Príncipe
🇸🇻	el_salvador
🇸🇽	sint_maarten
🇸🇾	syria
🇸🇿	swaziland	Eswatini
🇹🇦	tristan_da_cunha
🇹🇨	turks_caicos_islands
🇹🇩	chad
🇹🇫	french_southern_territories
🇹🇬	togo
🇹🇭	thailand
🇹🇯	tajikistan
🇹🇰	tokelau
🇹🇱	timor_leste
🇹🇲	turkmenistan
🇹🇳	tunisia
🇹🇴	tonga
🇹🇷	tr	Türkiye
🇹🇹	trinidad_tobago
🇹🇻	tuvalu
🇹🇼	taiwan
🇹🇿	tanzania
🇺🇦	ukraine
🇺🇬	uganda
🇺🇲	us_outlying_islands	U.S. Outlying Islands
🇺🇳	united_nations
🇺🇸	us	United States
🇺🇾	uruguay
🇺🇿	uzbekistan
🇻🇦	vatican_city
🇻🇨	st_vincent_grenadines
🇻🇪	venezuela
🇻🇬	british_virgin_islands
🇻🇮	us_virgin_islands	U.S. Virgin Islands
🇻🇳	vietnam
🇻🇺	vanuatu
🇼🇫	wallis_futuna
🇼🇸	samoa
🇽🇰	kosovo
🇾🇪	yemen
🇾🇹	mayotte
🇿🇦	south_africa
🇿🇲	zambia
🇿🇼	zimbabwe
🏴󠁧󠁢󠁥󠁮󠁧󠁿	england
🏴󠁧󠁢󠁳󠁣󠁴󠁿	scotland
🏴󠁧󠁢󠁷󠁬󠁳󠁿	wales`,
};
