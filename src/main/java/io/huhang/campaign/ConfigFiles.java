package io.huhang.campaign;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Finds a file of {@code config/}: the one beside the jar wins over the packaged one. */
@Component
public class ConfigFiles {

	/** The file of this name. */
	public Resource find(String name) {
		DefaultResourceLoader loader = new DefaultResourceLoader();
		Resource site = loader.getResource("file:./config/" + name);
		return site.exists() ? site : loader.getResource("classpath:config/" + name);
	}

}
