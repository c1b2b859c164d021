/**
 * What is not the article, on blogs of any make. Tables only: chrome-elements.ts
 * and chrome-lines.ts apply them. Every rule has a name, under which the
 * importer reports what it left out.
 */

/** An element that is chrome wherever it stands, told by its tag, role, class or id. */
export interface ElementRule {
  readonly rule: string;
  /** Matches a whole class or id word, lower case. */
  readonly names?: RegExp;
  readonly selector?: string;
}

/** Elements by what they are called. Words are matched whole: "content-sidebar" is a layout, "sidebar" a sidebar. */
export const ELEMENT_RULES: readonly ElementRule[] = [
  {
    rule: "hidden",
    selector:
      "[hidden], [type=hidden], noscript, .screen-reader-text, .sr-only, .visually-hidden, .visuallyhidden, .assistive-text",
  },
  { rule: "skip-link", names: /^(?:skip-?(?:link|nav|to-content|to-main)s?|genesis-skip-link|skiplinks?)$/ },
  { rule: "navigation", selector: "nav, [role=navigation], [role=menu], [role=menubar], [role=search]" },
  {
    rule: "navigation",
    names:
      /^(?:(?:main|site|primary|secondary|top|mobile|header|footer)?-?(?:nav|navbar|navigation|menu|topbar|top-bar)(?:-?(?:bar|wrap|wrapper|container|menu|main|primary|top|mobile|collapse))?|offcanvas(?:-\w+)?|hamburger(?:-menu)?|breadcrumbs?(?:-\w+)?|(?:post|posts|page|entry)-?navigation|nav-links|nav-(?:previous|next)|pagination|pager|page-numbers|adjacent-entry-pagination|prev-?next|(?:post-)?pagination-\w+|wp-pagenavi|blog-pager|searchform|search-form|search-bar|searchbar)$/,
  },
  { rule: "page-header", selector: "[role=banner]" },
  {
    rule: "page-header",
    names:
      /^(?:site-header|page-header-bar|masthead|site-branding|site-title|site-description|header-widget-area|before-header|header-wrapper|top-header|main-header|blog-header|site-logo|logo|elementor-location-header)$/,
  },
  { rule: "page-footer", selector: "[role=contentinfo]" },
  {
    rule: "page-footer",
    names:
      /^(?:(?:site|page|main|blog|global)-?footer(?:-\w+)?|footer|colophon|footer-(?:widgets?|area|wrapper|container|bottom|top|section|content|links|nav|widget-area)|copyright(?:s|-\w+)?|copy-right|elementor-location-footer|(?:post|entry|article)-(?:footer|bottom|foot))$/,
  },
  { rule: "sidebar", selector: "[role=complementary]" },
  {
    rule: "sidebar",
    names:
      /^(?:(?:primary|secondary|left|right|blog|main|page|post|site)?-?side-?bar(?:-(?:primary|secondary|left|right|wrapper|container|widget|inner|area|section|content|main|column|1|2))?|widget-area|widget_(?:text|search|recent_entries|recent_comments|archive|categories|meta|nav_menu|tag_cloud|media_image)|(?:right|left|side)-?(?:col|column|panel|nav|menu|widgets?)|column-right-outer|column-left-outer|right-?rail|left-?rail|rightsidebar|leftsidebar|about-me|tagcloud|tag-cloud)$/,
  },
  {
    rule: "comments",
    names:
      /^(?:comments?(?:-(?:area|section|list|wrapper|container|form|respond|template|block|box|content))?|commentlist|entry-comments|post-comments|respond|comment-respond|commentform|comment-reply-title|disqus_thread|disqus|fb-comments|leave-a-?(?:reply|comment)|giscus|utterances)$/,
  },
  {
    rule: "share-row",
    names:
      /^(?:(?:post|entry|article|blog)?-?(?:social|share|sharing)(?:-?(?:share|sharing|icons?|links?|buttons?|bar|row|list|media|box|wrap|wrapper|container|post|widget|section|menu|items?|this|area))*|shared?-?(?:daddy|aholic-\w+)|sharedaddy|addtoany_\w+|a2a_kit|addthis_\w+|sd-sharing|sd-block|jp-sharing\S*|scriptlesssocialsharing(?:__\w+)?|sfsi_\S+|ssba\S*|heateor\S*|social-?networks?|follow-us|essb_\S+|mashsb-\S+|swp_social_panel)$/,
  },
  {
    rule: "newsletter",
    names:
      /^(?:(?:news-?letter|subscribe|subscription|mailing-?list|opt-?in|email-?sign-?up|sign-?up|lead-magnet)(?:-?(?:form|box|wrap|wrapper|container|section|signup|widget|area|block|cta|popup|modal|banner|button))*|mc_embed_signup|mailchimp\S*|convertkit\S*|jetpack_subscription_widget|mailerlite\S*|ml-form-\S+)$/,
  },
  {
    rule: "cookie-banner",
    names:
      /^(?:(?:cookie|cookies|gdpr|consent|ccpa)(?:-?(?:banner|notice|bar|consent|law|popup|modal|message|policy-banner|info|box|overlay|wrapper|container))*|cc-window|cookie-law-\S+|cky-\S+|onetrust-\S+|cmplz-\S+|moove_gdpr\S*)$/,
  },
  {
    rule: "popup",
    names:
      /^(?:modal(?:-(?:dialog|content|body|overlay|backdrop|wrapper))?|pop-?up(?:-\w+)*|toast|snackbar)$/,
  },
  { rule: "popup", selector: "dialog, [role=dialog], [role=alertdialog]" },
  {
    rule: "advert",
    names:
      /^(?:ads?|adsense|adsbygoogle|advert(?:s|isement|ising|isements)?(?:-\w+)*|ad-(?:container|wrapper|slot|unit|banner|block|box|space|label)|ads-\w+|adthrive\S*|ezoic\S*|mediavine\S*|google-ads?|sponsored-(?:post|content|links?)|promo(?:-\w+)?|promoted)$/,
  },
  {
    rule: "author-box",
    names:
      /^(?:author-?(?:box|bio|info|card|about|description|profile|block|section|details|widget|area|wrap|wrapper|avatar)|about-?(?:the-?)?author(?:-\w+)?|post-author(?:-(?:box|bio|info|card|wrapper))|entry-author-(?:box|info)|saboxplugin-wrap|abh_box\S*|bio-box|molongui-\S+|pp-author-boxes-\S+|m-a-box\S*)$/,
  },
  {
    rule: "post-meta",
    names:
      /^(?:(?:entry|post|article|blog|single|page)-?(?:meta|byline|info|date|time|categories|category|cats|tags|footer-meta|metadata|details-meta|utility|terms|stats|views)(?:-\w+)?|byline|posted-(?:on|in|by)|cat-links|tags-links|tag-links|comments-link|entry-utility|read(?:ing)?-?time|rt-reading-time|post-labels|post-timestamp|post-icons|meta-info|publish-?date|tags?(?:-list|-cloud)?|view-?count|meta|date|author|published|timestamp|post-by|mw-editsection)$/,
  },
  {
    rule: "contents",
    names:
      /^(?:toc|toc[-_]container|ez-toc-\S+|lwptoc\S*|table-?of-?contents|rank-math-toc-block|wp-block-yoast-seo-table-of-contents|wp-block-table-of-contents|kb-table-of-content\S*|simpletoc\S*|uagb-toc\S*|elementor-toc\S*|toc_widget|jump-?links)$/,
  },
  {
    rule: "rating",
    names:
      /^(?:wprm-(?:user-)?rating\S*|wprm-recipe-rating\S*|post-ratings|star-rating|kk-star-ratings|rating-stars)$/,
  },
  {
    rule: "language-switch",
    names:
      /^(?:language-(?:switcher|chooser|selector)|mlp-\S+|wpml-\S+|lang-switch(?:er)?|google_translate_element|gtranslate\S*|translate-widget)$/,
  },
  { rule: "form-field", selector: "input, progress, meter, form label" },
  {
    rule: "loader",
    names: /^(?:pre-?loader|loader|loading|spinner|back-to-top|scroll-?(?:to-?)?top|to-top|go-top)$/,
  },
];

/** Blocks that offer other articles; harvested as Also Read before they go. */
export const RELATED_NAMES =
  /^(?:(?:entry-|post-|article-)?related(?:-?(?:posts?|articles?|stories|content|entries|reading|reads|recipes|topics|links|blogs?|items?|section|wrapper|container|list|widget|block|area|box|grid|news))*|jp-relatedposts|yarpp(?:-related)?|crp_related|you-(?:may|might)-(?:also-)?like|also-(?:read|like)s?|read-also|read-next|up-next|more-(?:articles|posts|stories)|recommended(?:-(?:posts|articles|reading|stories))?|similar-(?:posts|articles)|rp4wp-related-posts|wp_rp_\w+|inline-related-post)$/;

/** A line that is chrome wherever it stands. */
export interface LineRule {
  readonly rule: string;
  /** Matched against the whole line, folded, without bold marks. */
  readonly line: RegExp;
}

const PERSON = String.raw`(?:\p{Lu}[\p{L}.'’-]*|admin)(?: \p{Lu}[\p{L}.'’-]*){0,3}`;
const DAY = `(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?`;
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
/** A calendar date in words or digits. */
export const DATE = String.raw`(?:${DAY}(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? ${MONTH},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))`;

/** Lines by what they say. */
export const LINE_RULES: readonly LineRule[] = [
  {
    rule: "skip-link",
    line: /^(?:skip|jump) to (?:the )?(?:main |primary |secondary )?(?:content|navigation|sidebar|footer|search|recipe|menu)(?: ?[↓⬇].*)?$/i,
  },
  {
    rule: "comments",
    line: /^(?:leave|post|add|write|submit)(?: us)? (?:a|your) (?:reply|comment|response)(?: (?:cancel reply|below|to .{1,60}))?$/i,
  },
  {
    rule: "comments",
    line: /^(?:cancel reply|no comments?(?: yet| found)?|(?:\d+|one|two|three) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,200})?|comments? (?:are )?(?:closed|off|disabled)\.?|be the first to comment.?|reader interactions|click (?:here )?to (?:leave a )?comment\.?|(?:show|view|load)(?: more| all)? comments|newer comments?|older comments?|reply)$/i,
  },
  {
    rule: "comment-form",
    line: /^your e-?mail address will not be published\.?(?: required fields are marked ?\*?)?$/i,
  },
  {
    rule: "comment-form",
    line: /^(?:required fields are marked ?\*?|save my name, e-?mail,? and website in this browser for the next time i comment\.?|notify me of (?:follow-?up comments|new posts) by e-?mail\.?|this site uses akismet to reduce spam\..{0,80}|(?:name|e-?mail|website|comment|message|your name|your e-?mail|your comment) ?\*|post comment|submit comment|send comment|you must be logged in to post a comment\.?|log in to (?:reply|leave a comment)\.?)$/i,
  },
  {
    rule: "author-box",
    line: /^(?:about (?:the |me, the )?author|written by|author bio|about the writer|author box)\s*:?$/i,
  },
  {
    rule: "share-row",
    line: /^(?:(?:please )?(?:share|spread)(?: (?:this|the|it|on|via|with|your|love|word|a|friends|post|article|story|page|blog|recipe))*\s*[:!.]?|share (?:this )?(?:on|via|to) \S+(?: \S+)?|(?:click to )?(?:share|tweet|pin|print|e-?mail)(?: (?:this|it))?(?: (?:post|article|recipe|page))?(?: (?:on|to|in|with) \S+(?: \(opens in new window\))?)?|opens in new window|like this:?|like loading\W*|follow us(?: on .{1,40})?\s*:?|copy link|link copied.?|sharing is caring.?)$/i,
  },
  {
    rule: "share-row",
    line: /^(?:(?:facebook|twitter|x|pinterest|linkedin|whatsapp|telegram|reddit|instagram|tumblr|e-?mail|print|youtube|messenger|pocket|tiktok|threads|copy link|share|tweet|pin(?: it)?|more|buffer)\b\s*(?:\(twitter\))?\s*[|,·•/0-9]*\s*){1,14}$/i,
  },
  {
    rule: "page-section",
    line: /^(?:primary sidebar|secondary sidebar|footer|primary menu|main menu|menu|toggle (?:menu|navigation)|search|search for:?|close(?: menu)?|open menu|scroll to top|back to top|go to top|advertisements?|sponsored|sponsored links|privacy policy(?: \| .{1,40})?|terms (?:of (?:use|service)|and conditions)|all rights reserved\.?)$/i,
  },
  {
    rule: "page-section",
    line: /^(?:(?:copyright )?(?:©|\(c\)|&copy;) ?.{0,120}|copyright \d{4}.{0,100}|.{0,80}\ball rights reserved\.?|proudly powered by .{1,40}|powered by (?:wordpress|blogger|ghost|medium|shopify|wix|squarespace)\.?|theme(?:: | by ).{1,60})$/i,
  },
  {
    rule: "post-meta",
    line: new RegExp(
      String.raw`^(?:(?:posted|published|updated|last (?:updated|modified|reviewed)|modified|written|date)(?: on)?:? )?${DATE}(?: at \d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?)?(?: ?[|·•/–-] ?.{1,60})?$`,
      "iu",
    ),
  },
  {
    rule: "post-meta",
    line: new RegExp(
      `^(?:(?:(?:(?:[Mm]edically|[Cc]linically|[Ff]act) )?(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Rr]eviewed|[Ee]dited|[Cc]hecked) )?[Bb]y:?|(?:[Cc]linical|[Mm]edical|[Ee]xpert) [Rr]eview(?:er|ed by)?:) ${PERSON}(?:(?: on|,| ?[|·•/–-]) ?.{1,80})?$`,
      "u",
    ),
  },
  {
    rule: "post-meta",
    line: /^(?:(?:about )?\d{1,3} ?-?min(?:ute)?s?\.?(?: read(?:ing)?(?: time)?)?(?: ?[|·•/–-] ?.{1,40})?|(?:estimated )?reading time:? .{1,30}|\d[\d,.]*k? (?:views?|shares?|likes?|reads?|claps?)|(?:filed under|posted in|categor(?:y|ies)|tagged(?: with)?|tags?|labels?):.{0,160}|tagged with|uncategorized)$/i,
  },
  {
    rule: "site-links",
    line: /^(?:more from .{1,80}|recommended from .{1,40}|(?:trending|popular|latest|recent|featured)(?: (?:now|posts?|articles?|stories|news|blogs?|comments))?|most (?:read|popular)(?: (?:posts?|articles?))?|categories|archives?|blog archive|tags|our (?:services|blog|other posts))\s*:?$/i,
  },
  {
    rule: "button",
    line: /^(?:learn more|shop now|buy now|order now|add to cart|book (?:now|online|today|an appointment)|get started|call (?:us )?(?:now|today)|(?:\d[\d.,]*k? )?follow(?:ers|ing)?|listen|sign (?:up|in)|log ?in|open in app|--)[.!»→ ]*$/i,
  },
  {
    rule: "newsletter",
    line: /^(?:subscribe(?: (?:now|today|here|to (?:our|the|my) .{1,60}))?[.!]?|sign up(?: (?:now|today|here|for (?:our|the|my) .{1,60}))?[.!]?|join (?:our|the|my) (?:newsletter|mailing list|community).{0,60}|(?:enter )?your e-?mail(?: address)?\W*|get (?:the latest|our) .{1,60} (?:in|to) your inbox.?|never miss a .{1,60}|newsletter)$/i,
  },
  {
    rule: "cookie-banner",
    line: /^(?:(?:we|this (?:web)?site) uses? cookies\b.{0,300}|accept(?: all)?(?: cookies)?|reject all|cookie (?:settings|preferences|policy)|manage (?:cookies|consent).{0,40})$/i,
  },
  {
    rule: "page-navigation",
    line: /^(?:(?:[«←‹<]+ ?)?(?:previous|prev|older|next|newer)(?: (?:post|article|entry|story|page|recipe))?s?(?: ?[»→›>]+)?:?|(?:previous|next) (?:post|article|entry|story)(?: navigation)?:? .{1,160}|(?:[«←‹] ).{1,160}|.{1,160}(?: [»→›])|(?:post|posts) navigation|back to (?:the )?(?:blog|home(?:page)?|all posts|articles|news)|read more(?: ?[»→›.…]+)?|continue reading.{0,120}|view all(?: posts)?|load more)$/i,
  },
  {
    rule: "contents",
    line: /^(?:table of contents|contents|in this (?:article|post)|what(?:’|')s in this (?:article|post)|jump to(?: section)?|quick links|\[? ?(?:hide|show|toggle) ?\]?)\s*:?$/i,
  },
];

/** Lines after which nothing of the article follows (comments, forms, author boxes), where they stand in its later part. */
export const TAIL_RULES: ReadonlySet<string> = new Set(["comments", "comment-form", "author-box"]);

/** Chrome that scrapers glue to the end of a sentence, or to each other. */
const GLUE =
  "(?:skip to content|leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post a comment|about (?:the )?author|share this(?: (?:post|article))?:?|your e-?mail address will not be published\\.?|required fields are marked ?\\*?|no comments(?: yet)?|reader interactions|primary sidebar)";

/** Chrome at the end of a line whose own words end before it. */
export const GLUED: LineRule = { rule: "glued", line: new RegExp(`(?:\\s*${GLUE})+\\s*$`, "i") };

/** A line of nothing else. */
export const ALL_GLUED: LineRule = { rule: "comments", line: new RegExp(`^(?:${GLUE}\\s*){2,}$`, "i") };

/** A line of a menu above the title in a text dump, or a trail of breadcrumbs. */
export const MENU_WORD =
  /^(?:(?:home|about(?: us| me)?|services?|contact(?: us)?|shop|store|blogs?|news|articles|gallery|testimonials|faqs?|pricing|login|log in|sign in|register|my account|cart|book (?:now|online|an appointment)|categories|topics|resources|podcast|menu|search|wellness|health|lifestyle|nutrition|fitness|recipes)(?:\s*[|·•/-]\s*)?){1,12}$|^home\s*[»>/›].{0,200}$/i;

/** A heading that is left over at the end, its form or map gone with the chrome. */
export const LEFT_OVER =
  /^(?:contact(?: us| me)?|get in touch|book (?:now|online|an appointment|a .{1,40})|subscribe.{0,40}|newsletter|stay (?:connected|in touch|updated)|follow us|find us|opening hours|join us|comments?)\W*$/i;
