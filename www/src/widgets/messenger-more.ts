/** What comes with the second part of the messenger's module: styles of what it draws. */

export { default as styles } from '../../styles/messenger-more.css?inline';
