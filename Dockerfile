# syntax=docker/dockerfile:1
# The server of a skill, with all commands of `aloud`: docs/docker.md says how it is run.
ARG NODE_VERSION=24

# What `npm pack` packs, and nothing else of the checkout.
FROM node:${NODE_VERSION}-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm pack --ignore-scripts=false --pack-destination /build && \
    mkdir -p /opt/aloud && \
    tar -xzf /build/aloud-*.tgz --strip-components=1 -C /opt/aloud

# The packages that it runs on, of the versions that were tested. SQLite's binary comes for two C libraries, of which Debian has one.
FROM node:${NODE_VERSION}-slim AS packages
WORKDIR /opt/aloud
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && \
    rm -rf node_modules/@libsql/*-musl

FROM node:${NODE_VERSION}-slim
ARG VERSION=unreleased
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Aloud" \
      org.opencontainers.image.description="Puts any business's chatbot on Alexa." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production \
    ALOUD_STORE=sqlite:/data/aloud.db
COPY --from=packages /opt/aloud/node_modules /opt/aloud/node_modules
COPY --from=build /opt/aloud /opt/aloud
# All that is ever written. The link is for `docker compose exec aloud aloud doctor`.
RUN mkdir -p /data && \
    chown node:node /data && \
    ln -s /opt/aloud/scripts/aloud.mjs /usr/local/bin/aloud
WORKDIR /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "/opt/aloud/scripts/ready.mjs"]
# No npm between Docker and the process: it would keep SIGTERM, by which running turns are let finish, to itself.
ENTRYPOINT ["node", "/opt/aloud/scripts/aloud.mjs"]
CMD ["start"]
