//! The emoji that the company's people choose from, see `tables`: those that are said to customers, out
//! of all. The common ones are among them.

#[rustfmt::skip]
pub(in super::super) const EMOJI: &str = "\
    +1=👍 -1=👎 100=💯 1st_place_medal=🥇 airplane=✈️ alarm_clock=⏰ ambulance=🚑 angry=😠 apple=🍎 arrow_down=⬇️ \
    arrow_left=⬅️ arrow_right=➡️ arrow_up=⬆️ art=🎨 astonished=😲 avocado=🥑 baby=👶 balloon=🎈 banana=🍌 basketball=🏀 \
    battery=🔋 bear=🐻 bee=🐝 beer=🍺 bell=🔔 bike=🚲 bird=🐦 birthday=🎂 black_heart=🖤 blue_heart=💙 blush=😊 bomb=💣 \
    book=📖 books=📚 bouquet=💐 bow=🙇 brain=🧠 bread=🍞 briefcase=💼 broken_heart=💔 bug=🐛 bulb=💡 bus=🚌 butterfly=🦋 \
    cactus=🌵 cake=🍰 calendar=📆 call_me_hand=🤙 camera=📷 car=🚗 cat=🐱 champagne=🍾 chart_with_upwards_trend=📈 \
    checkered_flag=🏁 cheese=🧀 cherry_blossom=🌸 chicken=🐔 chocolate_bar=🍫 clap=👏 clipboard=📋 cloud=☁️ \
    clown_face=🤡 coffee=☕ cold_sweat=😰 computer=💻 confetti_ball=🎊 confused=😕 cookie=🍪 cow=🐮 credit_card=💳 \
    crossed_fingers=🤞 cry=😢 dart=🎯 disappointed=😞 dog=🐶 dollar=💵 dolphin=🐬 droplet=💧 earth_africa=🌍 email=📧 \
    envelope=✉️ euro=💶 evergreen_tree=🌲 exclamation=❗ exploding_head=🤯 expressionless=😑 eyes=👀 \
    face_with_thermometer=🤒 facepalm=🤦 fallen_leaf=🍂 fearful=😨 file_folder=📁 fire=🔥 fish=🐟 fist=✊ flashlight=🔦 \
    flushed=😳 four_leaf_clover=🍀 fox_face=🦊 free=🆓 fries=🍟 frog=🐸 gear=⚙️ ghost=👻 gift=🎁 green_heart=💚 \
    grimacing=😬 grin=😁 grinning=😀 guitar=🎸 hamburger=🍔 hammer=🔨 handshake=🤝 heart=❤️ heart_eyes=😍 heartbeat=💓 \
    heavy_check_mark=✔️ horse=🐴 hospital=🏥 hotel=🏨 hourglass=⌛ house=🏠 hugs=🤗 incoming_envelope=📨 \
    information_source=ℹ️ innocent=😇 iphone=📱 jigsaw=🧩 joy=😂 key=🔑 keyboard=⌨️ kissing_heart=😘 laughing=😆 \
    lemon=🍋 link=🔗 lion=🦁 lock=🔒 mag=🔍 mailbox=📫 maple_leaf=🍁 mask=😷 medal_sports=🏅 memo=📝 moneybag=💰 monkey=🐒 \
    moon=🌔 mouse=🐭 muscle=💪 musical_note=🎵 nerd_face=🤓 neutral_face=😐 new=🆕 newspaper=📰 no_entry=⛔ ocean=🌊 \
    office=🏢 ok_hand=👌 open_hands=👐 open_mouth=😮 orange_heart=🧡 owl=🦉 package=📦 palm_tree=🌴 panda_face=🐼 \
    paperclip=📎 partying_face=🥳 pencil=📝 penguin=🐧 pensive=😔 phone=☎️ pig=🐷 pill=💊 pizza=🍕 pleading_face=🥺 \
    point_down=👇 point_left=👈 point_right=👉 point_up=☝️ poop=💩 pray=🙏 printer=🖨️ purple_heart=💜 pushpin=📌 \
    question=❓ rabbit=🐰 rage=😡 rainbow=🌈 raised_eyebrow=🤨 raised_hand=✋ raised_hands=🙌 receipt=🧾 recycle=♻️ \
    relieved=😌 robot=🤖 rocket=🚀 rofl=🤣 roll_eyes=🙄 rose=🌹 scissors=✂️ scream=😱 see_no_evil=🙈 seedling=🌱 ship=🚢 \
    shopping_cart=🛒 shrug=🤷 skull=💀 sleeping=😴 sleepy=😪 slightly_frowning_face=🙁 slightly_smiling_face=🙂 smile=😄 \
    smiley=😃 smiling_face_with_three_hearts=🥰 smirk=😏 sneezing_face=🤧 snowflake=❄️ sob=😭 soccer=⚽ soon=🔜 \
    sparkles=✨ sparkling_heart=💖 star=⭐ star2=🌟 star_struck=🤩 stopwatch=⏱️ strawberry=🍓 stuck_out_tongue=😛 \
    stuck_out_tongue_winking_eye=😜 sunflower=🌻 sunglasses=😎 sunny=☀️ sushi=🍣 sweat=😓 sweat_smile=😅 tada=🎉 taxi=🚕 \
    tea=🍵 tent=⛺ thinking=🤔 thumbsdown=👎 thumbsup=👍 tiger=🐯 tired_face=😫 top=🔝 train=🚋 triumph=😤 trophy=🏆 \
    truck=🚚 tulip=🌷 turtle=🐢 tv=📺 two_hearts=💕 umbrella=☔ unamused=😒 unicorn=🦄 unlock=🔓 upside_down_face=🙃 v=✌️ \
    video_game=🎮 warning=⚠️ watch=⌚ wave=👋 weary=😩 whale=🐳 white_check_mark=✅ white_heart=🤍 wine_glass=🍷 wink=😉 \
    world_map=🗺️ worried=😟 wrench=🔧 writing_hand=✍️ x=❌ yawning_face=🥱 yellow_heart=💛 yum=😋 zany_face=🤪 zap=⚡ \
    zipper_mouth_face=🤐 ";
