<?php
/**
 * WordPress's own functions with our plugin, without a database: posts come from a file of JSON, and so do those answers
 * that a database gives. Prints the content of each post, as the filters of `the_content` and the save of a post leave it.
 *
 * Usage: php wordpress.php WORDPRESS PLUGIN < {"posts": [{"slug", "title", "date", "series", "content"}], "unfiltered": true}
 */

[, $wordpress, $plugin] = $argv;
define('ABSPATH', rtrim($wordpress, '/') . '/');
define('WPINC', 'wp-includes');
define('WP_CONTENT_DIR', sys_get_temp_dir());
define('WP_CONTENT_URL', 'https://blog.example/wp-content');
define('WP_PLUGIN_DIR', dirname($plugin, 2));
define('WPMU_PLUGIN_DIR', '/none');
define('WP_PLUGIN_URL', 'https://blog.example/wp-content/plugins');
define('WP_LANG_DIR', '/none');
define('WP_DEBUG', true);
error_reporting(E_ALL & ~E_DEPRECATED);

require ABSPATH . WPINC . '/plugin.php';
foreach (['load', 'class-wp-error', 'functions', 'l10n', 'class-wp-textdomain-registry', 'pomo/translations', 'kses', 'formatting', 'shortcodes', 'class-wp-block-type', 'class-wp-block-type-registry', 'class-wp-block-parser', 'class-wp-block-supports', 'class-wp-block-list', 'class-wp-block', 'blocks', 'cache', 'class-wp-object-cache', 'rest-api', 'script-loader', 'class-wp-block-editor-context', 'block-editor', 'class-wp-locale', 'http', 'blocks/shortcode'] as $file) {
	if (is_file(ABSPATH . WPINC . "/$file.php")) require_once ABSPATH . WPINC . "/$file.php";
}
$wp_textdomain_registry = new WP_Textdomain_Registry();
wp_cache_init();
$options = ['blog_charset' => 'UTF-8', 'use_balanceTags' => 0, 'siteurl' => 'https://blog.example', 'home' => 'https://blog.example'];
wp_cache_set('alloptions', $options, 'options');
add_filter('pre_option', fn($value, $name) => $options[$name] ?? '', 10, 2);

$wp_scripts = new WP_Scripts();
$wp_styles = new WP_Styles();
$wp_locale = new WP_Locale();

// What WordPress does with content, in its own order, before any plugin is there.
add_filter('the_content', 'do_blocks', 9);
add_filter('the_content', 'wptexturize');
add_filter('the_content', 'wpautop');
add_filter('the_content', 'shortcode_unautop');
add_filter('the_content', 'do_shortcode', 11);

$input = json_decode(stream_get_contents(STDIN));
foreach ($input->posts as $index => $post) $post->ID = $index + 1;
$current = null;

// What a database answers.
function register_taxonomy() {}
function get_post($post = null) { return $post ?? $GLOBALS['current']; }
function get_the_terms($post) { return $post->series ? [(object) ['term_id' => 1, 'name' => $post->series]] : false; }
function get_posts($query) {
	assert($query['tax_query'][0]['taxonomy'] === 'series' && $query['orderby'] === 'date' && $query['order'] === 'ASC');
	$posts = array_values(array_filter($GLOBALS['input']->posts, fn($post) => $post->series));
	usort($posts, fn($a, $b) => strcmp($a->date, $b->date));
	return $posts;
}
function get_permalink($post = null) { return get_post($post)->slug; }
function plugins_url($path = '') { return "/wp-content/plugins/article-series-elements/$path"; }
function content_url() { return '/wp-content'; }
function site_url() { return '/'; }
function get_the_title($post) { return wptexturize($post->title); }
function is_feed() { return $GLOBALS['input']->feed ?? false; }
function is_singular() { return !is_feed(); }
function in_the_loop() { return true; }
function is_main_query() { return true; }

require $plugin;
do_action('init');

$contents = [];
foreach ($input->posts as $post) {
	$current = $post;
	$content = $input->unfiltered ? $post->content : wp_unslash(wp_filter_post_kses(wp_slash($post->content)));
	$contents[] = do_shortcode($input->above ?? '') . apply_filters('the_content', $content);
}
do_action('wp_enqueue_scripts');
ob_start();
wp_print_styles();
wp_print_scripts();
$head = ob_get_clean();

// The scripts of the editor, which WordPress puts in order.
$wp_scripts->add('editor', false); // The classic editor, which the library of blocks may open.
wp_default_packages_vendor($wp_scripts);
wp_default_packages_scripts($wp_scripts);
// As wp-admin/edit-form-blocks.php does.
require ABSPATH . 'wp-admin/includes/post.php';
$blocks = 'wp.blocks.unstable__bootstrapServerSideBlockDefinitions(' . wp_json_encode(get_block_editor_server_block_settings()) . ');';
wp_add_inline_script('wp-blocks', $blocks);
$categories = wp_json_encode(get_block_categories(new WP_Block_Editor_Context()));
wp_add_inline_script('wp-blocks', "wp.blocks.setCategories($categories);");
do_action('enqueue_block_editor_assets');
ob_start();
$wp_scripts->do_items(['wp-block-library', 'article-series-editor']);
$editor = ob_get_clean();
echo json_encode(compact('head', 'contents', 'editor'));
