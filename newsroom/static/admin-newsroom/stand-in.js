/* Tiptap puts a <style> into the page unless it finds one of its own there. The policy forbids inline styles, so it
   finds this element, which is called the same and is no style sheet; Tiptap's rules stand in article.css. */

const standIn = document.createElementNS("urn:newsroom:stand-in", "style")
standIn.setAttribute("data-tiptap-style", "")
document.head.append(standIn)
