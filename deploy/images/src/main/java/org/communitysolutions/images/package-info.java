/** Makes container images of the services as tar files, without a container engine, and tries them. */
package org.communitysolutions.images;
