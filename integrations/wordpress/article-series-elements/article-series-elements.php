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

add_action('init', __NAMESPACE__ . '\register');
add_action('wp_head', __NAMESPACE__ . '\print_head');
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
	add_shortcode('series-navigator', fn() => navigator());
	add_shortcode('list-save-button', __NAMESPACE__ . '\save_button');
	foreach (ELEMENTS as $tag => $attributes) {
		add_shortcode($tag, fn($given, $content) => element($tag, (array) $given, do_shortcode((string) $content)));
		register_block_type("article-series/$tag", [
			'category' => 'article-series',
			'attributes' => array_fill_keys(array_map(__NAMESPACE__ . '\camel', $attributes), ['type' => 'string']),
			'render_callback' => function ($given, $content) use ($tag, $attributes) {
				$named = [];
				foreach ($attributes as $name) $named[$name] = $given[camel($name)] ?? null;
				return element($tag, $named, $content);
			},
		]);
	}
	register_block_type('article-series/series-navigator', [
		'category' => 'article-series',
		'render_callback' => fn() => navigator(),
	]);
}

/** An element around words, with those attributes that it knows. */
function element($tag, $given, $content) {
	$attributes = '';
	foreach (ELEMENTS[$tag] as $name) {
		if (isset($given[$name])) $attributes .= sprintf(' data-%s="%s"', $name, esc_attr($given[$name]));
	}
	return sprintf("<div data-as=\"%s\"%s>\n%s\n</div>", $tag, $attributes, trim(whole($content)));
}

/** Without the ends of paragraphs that wpautop left where a shortcode began and ended. */
function whole($content) {
	return preg_replace(['#^\s*</p>#', '#<p>\s*$#', '#^\s*<br ?/?>#', '#<br ?/?>\s*$#'], '', $content);
}

/** Puts our shortcodes into paragraphs of their own, so that wpautop closes those around them. */
function separate($content) {
	$tags = implode('|', array_keys(ELEMENTS)) . '|series-navigator';
	return preg_replace("#\s*(\[/?($tags)\b[^\]]*\])\s*#", "\n\n$1\n\n", $content);
}

/** The posts of the first series of a post, oldest first; '' where it is in none. */
function navigator($post = null) {
	$post = get_post($post);
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
		$link = sprintf('<a href="%s"%s>%s</a>', esc_url(get_permalink($part)), $mark, esc_html(get_the_title($part)));
		$items .= "<li>$link</li>\n";
	}
	/* translators: %d: how many posts the series has. */
	$intro = _n('This article is part of a series of %d post:', 'This article is part of a series of %d posts:', count($parts), 'article-series-elements');
	return sprintf(
		"<div data-as=\"series-navigator\" data-series-name=\"%s\">\n<p>%s</p>\n<ol id=\"series\">\n%s</ol>\n</div>",
		esc_attr($terms[0]->name),
		esc_html(sprintf($intro, count($parts))),
		$items
	);
}

/** `[list-save-button lists="/my-lists/"]Save for later[/list-save-button]`: a link to the page of the reader's lists. */
function save_button($given, $label) {
	$given = shortcode_atts(['lists' => ''], $given);
	$address = add_query_arg('add', rawurlencode(get_permalink()), $given['lists']);
	return sprintf('<span data-as="list-save-button"><a href="%s">%s</a></span>', esc_url($address), esc_html($label));
}

/** A post in a series has the navigator above it, unless its author wrote one, and the way on below it. */
function add_navigators($content) {
	if (!is_singular('post') || !in_the_loop() || !is_main_query()) return $content;
	$own = strpos($content, 'data-as="series-navigator"') !== false;
	$navigator = navigator();
	if (!$navigator) return $content;
	$way_on = '<div data-as="series-navigator" data-for="series"></div>';
	return ($own ? '' : "$navigator\n") . $content . "\n$way_on";
}

/** The script and the stylesheet, which are in the folder `cdn` of the plugin. */
function print_head() {
	printf('<link rel="stylesheet" href="%s" />' . "\n", esc_url(plugins_url('cdn/article-series.css', __FILE__)));
	printf('<script type="module" src="%s"></script>' . "\n", esc_url(plugins_url('cdn/article-series.js', __FILE__)));
}

function enqueue_editor() {
	$needs = ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element'];
	wp_enqueue_script('article-series-editor', plugins_url('editor.js', __FILE__), $needs, '0.1.0', true);
	$attributes = array_map(fn($names) => array_map(__NAMESPACE__ . '\camel', $names), ELEMENTS);
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
