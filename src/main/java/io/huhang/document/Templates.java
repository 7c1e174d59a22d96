package io.huhang.document;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/**
 * Finds a template: the one in {@code config/documents/} beside the jar wins over the
 * packaged one, so that wording can follow next year's annex without a release.
 */
final class Templates {

	private Templates() {
	}

	static Resource find(String fileName) {
		DefaultResourceLoader loader = new DefaultResourceLoader();
		Resource site = loader.getResource("file:./config/documents/" + fileName);
		return site.exists() ? site : loader.getResource("classpath:documents/" + fileName);
	}

}
