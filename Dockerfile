# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The bundler of the pages is among the optional packages; those that are left are taken out again.
RUN npm ci
COPY . .
RUN npm run assets && rm -rf dist/test && npm prune --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/schema ./schema
COPY --from=build /app/documents ./documents
COPY --from=build /app/data ./data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
# The whole graph in one process; docker-compose.yml runs its parts by other commands.
CMD ["node", "--min-semi-space-size=8", "--max-semi-space-size=8", "--heap-growing-percent=50", "dist/gateway/start.js"]
