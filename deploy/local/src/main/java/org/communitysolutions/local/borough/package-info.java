/**
 * The invented borough of Nettlebridge: places, homes and accounts that exist nowhere, made from a seed, and the way they
 * are loaded, through the services' own REST.
 */
package org.communitysolutions.local.borough;
