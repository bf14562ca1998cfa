"""The rows of the table of rights about what everybody on staff has: inbox, switcher, guide, account; how we are."""

from tests.newsroom.rights_table import CHIEFS, READ, STAFF, row, said

row("admin:inbox", get=STAFF, post=STAFF, changes=False)
row("admin:inbox_unread", get=STAFF, post=STAFF, changes=False)
row("admin:inbox_told", get=STAFF, post=STAFF, body=said(sent_back="never"))
row("admin:inbox_calendar", post=READ, answers=(302,))
row("admin:switcher", get=STAFF, post=STAFF, query=said(q="a"), changes=False)
row("admin:how_are_we", get=CHIEFS, post=CHIEFS, changes=False)
row("admin:guide", get=STAFF, post=STAFF, changes=False)
row("admin:guide_page", get=STAFF, post=STAFF, args=said(page="photos"), changes=False)
row("admin:guide_picture", get=STAFF, post=STAFF, args=said(picture="photos.webp"), changes=False)
row("admin:articles_user_me", get=STAFF, post=STAFF, body=said(time_zone="Asia/Tokyo"))
row("admin:today", get=READ, post=READ, changes=False)
row("admin:jsi18n", get=STAFF)
row("words_of_scripts", get=STAFF)
row("admin:password_change", get=STAFF)
row("admin:password_change_done", get=STAFF)
