<?php
/**
 * Plugin Name: Article Series Elements
 * Description: Article series and conference recaps: a navigator, keynotes, talks, thanks, and lists for readers.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 *
 * Everything is printed as `<div data-as="…">` around what the author wrote: WordPress keeps that, also for authors who
 * may not write HTML of their own, and it reads whole without the script.
 */

namespace ArticleSeriesElements;

defined('ABSPATH') || exit;

/** The elements an author writes around words, with their attributes. */
const ELEMENTS = [
	'keynote-card' => ['kind', 'speakers', 'structured-data', 'verdict'],
	'talk-summary' => ['collapsible', 'kind', 'speakers', 'structured-data', 'verdict', 'video'],
	'sponsor-list' => ['disclosure', 'event-name', 'names', 'order', 'relation', 'src', 'structured-data'],
];
/** The attributes of the others; `lists` of the button is the address of the page of the reader's lists. */
const NAVIGATOR = ['prefetch-next', 'structured-data'];
const BUTTON = ['article-title', 'author', 'excerpt', 'image', 'published', 'site', 'url', 'whole-series'];
/** What can be said of each shortcode and block. */
const BLOCKS = ELEMENTS + ['series-navigator' => NAVIGATOR, 'list-save-button' => [...['label', 'lists'], ...BUTTON]];
/** Attributes that say all by being there. */
const FLAGS = ['collapsible', 'prefetch-next', 'structured-data', 'whole-series'];

add_action('init', __NAMESPACE__ . '\register');
add_action('wp_enqueue_scripts', __NAMESPACE__ . '\enqueue');
add_filter('script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2);
add_action('enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue_editor');
add_filter('block_categories_all', __NAMESPACE__ . '\add_category');
// Before wpautop (10), which would put paragraphs around the tags of a shortcode.
add_filter('the_content', __NAMESPACE__ . '\separate', 9);
// After shortcodes (11).
add_filter('the_content', __NAMESPACE__ . '\add_navigators', 12);

/** The taxonomy, the shortcodes and the blocks. */
function register() {
	register_taxonomy('series', 'post', [
		'label' => __('Series', 'article-series-elements'),
		'show_in_rest' => true,
		'rewrite' => ['slug' => 'series'],
	]);
	$prints = array_fill_keys(array_keys(ELEMENTS), fn($given, $content, $tag) => element($tag, $given, $content));
	$prints['series-navigator'] = __NAMESPACE__ . '\navigator';
	$prints['list-save-button'] = __NAMESPACE__ . '\save_button';
	foreach ($prints as $tag => $print) {
		add_shortcode($tag, fn($given, $content) => $print(named($given), whole(do_shortcode((string) $content)), $tag));
		register_block_type("article-series/$tag", [
			'api_version' => 2,
			'category' => 'article-series',
			'attributes' => block_attributes($tag),
			'render_callback' => fn($given, $content) => $print(from_block(BLOCKS[$tag], $given), trim($content), $tag),
		]);
	}
}

/** What a shortcode says: `[talk-summary collapsible]` is `collapsible=""`. */
function named($given) {
	$named = [];
	foreach ((array) $given as $name => $value) {
		if (is_int($name)) $named[strtolower($value)] = '';
		else $named[$name] = $value;
	}
	return $named;
}

/** What a block says, by the names that attributes have. */
function from_block($names, $given) {
	$named = [];
	foreach ($names as $name) {
		$value = $given[camel($name)] ?? false;
		if ($value !== false) $named[$name] = $value === true ? '' : $value;
	}
	return $named;
}

function block_attributes($tag) {
	$types = [];
	foreach (BLOCKS[$tag] as $name) $types[camel($name)] = ['type' => in_array($name, FLAGS, true) ? 'boolean' : 'string'];
	return $types;
}

/** ` data-kind="panel"`, of those attributes that an element has. */
function data($names, $given) {
	$data = '';
	foreach ($names as $name) {
		if (isset($given[$name])) $data .= sprintf(' data-%s="%s"', $name, esc_attr($given[$name]));
	}
	return $data;
}

/** An element around words; in a feed the words, and those that stand in attributes, as nothing draws them there. */
function element($tag, $given, $content) {
	if (!is_feed()) return sprintf("<div data-as=\"%s\"%s>\n%s\n</div>", $tag, data(ELEMENTS[$tag], $given), $content);
	$said = array_intersect_key($given, array_flip(ELEMENTS[$tag]));
	$kind = esc_html(in_words('kind', $said));
	if ($kind && stripos($content, $kind) === false) $content = "<p>$kind</p>\n$content";
	$said += ['disclosure' => in_words('relation', $said)];
	foreach (['speakers', 'verdict', 'disclosure'] as $name) {
		if (!empty($said[$name])) $content .= sprintf("\n<p>%s</p>", esc_html($said[$name]));
	}
	return "<section>\n$content\n</section>";
}

/** What an attribute of fixed values says; '' for others. The elements have the same words, in `src/locale/en.ts`. */
function in_words($name, $given) {
	$words = [
		'kind' => [
			'keynote' => __('Keynote', 'article-series-elements'),
			'panel' => __('Panel', 'article-series-elements'),
			'interview' => __('Interview', 'article-series-elements'),
			'lightning' => __('Lightning talk', 'article-series-elements'),
			'workshop' => __('Workshop', 'article-series-elements'),
			'sponsored' => __('Sponsored talk', 'article-series-elements'),
		],
		'relation' => [
			'event' => __('Event sponsorship', 'article-series-elements'),
			'paid' => __('Paid partnership', 'article-series-elements'),
			'gift' => __('Gift to the author', 'article-series-elements'),
		],
	];
	return $words[$name][$given[$name] ?? ''] ?? '';
}

/** Without the halves of paragraphs that wpautop left where a shortcode began and ended. */
function whole($content) {
	return trim(force_balance_tags(preg_replace(['#^\s*</p>#', '#<p>\s*$#', '#^\s*<br ?/?>#', '#<br ?/?>\s*$#'], '', $content)));
}

/** Puts our shortcodes into paragraphs of their own, so that wpautop closes those around them. */
function separate($content) {
	// After a post of blocks, _restore_wpautop_hook() puts wpautop behind it for all other posts of the page.
	if (remove_filter('the_content', 'shortcode_unautop')) add_filter('the_content', 'shortcode_unautop');
	$tags = implode('|', array_keys(ELEMENTS)) . '|series-navigator';
	// [[talk-summary]] is how an author writes about a shortcode.
	return preg_replace("#\s*(?<!\[)(\[($tags)(?![\w-])[^\]]*\]|\[/($tags)\])(?!\])\s*#", "\n\n$1\n\n", $content);
}

/** The posts of the first series of a post, oldest first; '' where it is in none. */
function navigator($given = []) {
	$post = get_post();
	$terms = $post ? get_the_terms($post, 'series') : [];
	if (!is_array($terms) || !$terms) return '';
	$parts = get_posts([
		'tax_query' => [['taxonomy' => 'series', 'terms' => $terms[0]->term_id]],
		'orderby' => 'date',
		'order' => 'ASC',
		'numberposts' => -1,
	]);
	$items = '';
	foreach ($parts as $part) {
		$mark = $part->ID === $post->ID ? ' aria-current="page"' : '';
		$title = wp_kses(get_the_title($part), []);
		$link = sprintf('<a href="%s"%s>%s</a>', esc_url(get_permalink($part)), $mark, $title);
		$items .= "<li>$link</li>\n";
	}
	/* translators: %d: how many posts the series has. */
	$intro = _n('This article is part of a series of %d post:', 'This article is part of a series of %d posts:', count($parts), 'article-series-elements');
	$intro = esc_html(sprintf($intro, count($parts)));
	if (is_feed()) return "<section>\n<p>$intro</p>\n<ol>\n$items</ol>\n</section>";
	$data = sprintf(' data-series-name="%s"', esc_attr($terms[0]->name)) . data(NAVIGATOR, $given);
	return "<div data-as=\"series-navigator\"$data>\n<p>$intro</p>\n<ol id=\"series\">\n$items</ol>\n</div>";
}

/** `[list-save-button lists="/my-lists/"]Save for later[/list-save-button]`: a link to the page of the reader's lists. */
function save_button($given, $label) {
	$label = wp_kses($label ?: $given['label'] ?? '', []) ?: esc_html__('Save for later', 'article-series-elements');
	$address = add_query_arg('add', rawurlencode(get_permalink()), $given['lists'] ?? '');
	$link = sprintf('<a href="%s">%s</a>', esc_url($address), $label);
	return is_feed() ? $link : sprintf('<span data-as="list-save-button"%s>%s</span>', data(BUTTON, $given), $link);
}

/** A post in a series has the navigator above it, unless its author put one there, and the way on below it. */
function add_navigators($content) {
	if (!is_singular('post') || !in_the_loop() || !is_main_query() || is_feed() || doing_filter('get_the_excerpt')) return $content;
	$navigator = navigator();
	if (!$navigator) return $content;
	if (strpos($content, 'data-as="series-navigator"') === false) $content = "$navigator\n$content";
	if (strpos($content, '<ol id="series">') === false) return $content;
	return "$content\n<div data-as=\"series-navigator\" data-for=\"series\"></div>";
}

/** The script and the stylesheet, which are in the folder `cdn` of the plugin. */
function enqueue() {
	// No version: parts of the script import it without, and it would run twice.
	wp_enqueue_style('article-series', plugins_url('cdn/article-series.css', __FILE__), [], null);
	wp_enqueue_script('article-series', plugins_url('cdn/article-series.js', __FILE__), [], null);
}

/** WordPress has a function for modules from 6.5 on only. */
function as_module($tag, $handle) {
	return $handle === 'article-series' ? preg_replace("#^<script(?: type='text/javascript')?#", '<script type="module"', $tag) : $tag;
}

function enqueue_editor() {
	$needs = ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-server-side-render'];
	wp_enqueue_script('article-series-editor', plugins_url('editor.js', __FILE__), $needs, '0.1.0', true);
	$attributes = [];
	foreach (array_keys(BLOCKS) as $tag) $attributes[$tag] = block_attributes($tag);
	wp_add_inline_script('article-series-editor', 'var articleSeriesElements = ' . wp_json_encode($attributes), 'before');
}

function add_category($categories) {
	$own = ['slug' => 'article-series', 'title' => __('Article series', 'article-series-elements')];
	return array_merge($categories, [$own]);
}

/** `event-name` is `eventName` in a block. */
function camel($name) {
	return lcfirst(str_replace('-', '', ucwords($name, '-')));
}
