"""More lines that cameras, programs and people leave in pictures, one a line, for tests."""

FROM_MACHINES = r"""
Processed with RNI Films. Preset 'Agfa Optima'
Edited in Tezza with: Bloom & Glow
Trimmed with Photos
SHOT ON MI 9T · AI TRIPLE CAMERA
iPhone 15 Pro back triple camera 6.86mm f/1.78
DJI Meta data
LEICA CAMERA AG
Nikon Coolpix P900 sample
download
download (3)
images (12)
New Project (5)
Neues Projekt
Document1
Scanned Document
WhatsApp Görsel 2026-05-01 saat 10.22.33
WhatsApp Bild 2026-05-01 um 10.22.33
Imagen de WhatsApp 2026-05-01 a las 10.22.33
header-image
final-final
thumbnail
Royalty-free image
Stock-Foto
Copyright
무제
Sense títol
Insert headline
Lorem ipsum dolor sit amet
TEST TEST TEST
asdf
*-fbmd-0a3
rotate 90
Job ID: 0b3c1d2e-1111-2222-3333-444455556666
Created by Scanner
Uploaded from my phone
Sent from Mail for Windows
Von meinem Samsung Galaxy gesendet
Portrait mode
Live Photo
JFIF
sRGB IEC61966-2.1
Color profile: sRGB
Adobe RGB (1998)
AI-generated
Made with AI
a pier at dawn, masterpiece, best quality
a man on a pier --v 6.0 --ar 16:9
Hipstamatic · Lens: Jane · Film: Blanko
Lens: John S · Film: Kodot · Flash: Off
GeoTag: 50.1,30.2
1/250 f/2.8 ISO 400
f/1.8, 1/120s, ISO 50
Kamera: Pixel 8 · ISO 55
Title (Optional)
Created by ImageGear, AccuSoft Corp.
Zdjęcie profilowe
Digital Image
image/jpeg
reface.app
@remini
"""
FROM_PEOPLE = """
Download day: students wait for results
Documents of the trial
Scanned tickets pile up
Portrait mode of travel: the sedan chair
Live Photo exhibition opens
AI-generated art divides the town
ISO 9001 certificate handed over
Cropped hair is back
Banner on the town hall
Hero of the harbour
The new project at the harbour
Copyright case ends
Test match at Lord's
Sent from Kyiv, the letters arrived
Uploaded by hand: 4,000 votes
Mi amor, the boat
Camera: Dora Lindqvist
Created by the children of Brod
Profile of a potter
"""
NO_CREDITS = """
Microsoft Office User
User1
iPhone von Dora
Dora's iPhone
LAPTOP-9XYZ
[credit]
TK
Невідомий автор
Photographe inconnu
Autor desconocido
Okänd fotograf
"""
CREDITS = """
Canon Ines Moore
Leica Hansen
Samsung Heavy Industries
@dora
jdoe
Admin Ahmed
Family photo
Handout/Norland Coast Guard
Autor Jones
Win Ma
"""
